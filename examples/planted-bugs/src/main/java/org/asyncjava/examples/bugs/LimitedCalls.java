package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.currentLoop;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.TimerHandle;

/** Calls with a number and a limit of time, after which the answer is a guess. */
interface LimitedCalls {
    Coroutine<String> call(int number, Duration limit);

    /** An answer has come, in time or later. */
    void answered(int number, String answer);

    /** Looks in one of the two places whether the other was first. */
    final class WithBug implements LimitedCalls {
        private final Map<Integer, Deferred<String>> waiting = new HashMap<>();
        private final IntConsumer send;

        WithBug(IntConsumer send) {
            this.send = send;
        }

        @Async
        @Override
        public Coroutine<String> call(int number, Duration limit) {
            Deferred<String> answer = new Deferred<>();
            waiting.put(number, answer);
            send.accept(number);
            TimerHandle end = currentLoop().callLater(limit, () -> guess(answer));
            try {
                return Coroutine.of(await(answer));
            } finally {
                end.cancel();
                waiting.remove(number);
            }
        }

        private static void guess(Deferred<String> answer) {
            if (!answer.isDone()) {
                answer.complete("a guess");
            }
        }

        @Override
        public void answered(int number, String text) {
            Deferred<String> answer = waiting.get(number);
            if (answer != null) {
                answer.complete(text); // bug
            }
        }
    }

    /** Whoever is first takes the question out. */
    final class Clean implements LimitedCalls {
        private final Map<Integer, Deferred<String>> waiting = new HashMap<>();
        private final IntConsumer send;

        Clean(IntConsumer send) {
            this.send = send;
        }

        @Async
        @Override
        public Coroutine<String> call(int number, Duration limit) {
            Deferred<String> answer = new Deferred<>();
            waiting.put(number, answer);
            send.accept(number);
            TimerHandle end = currentLoop().callLater(limit, () -> answered(number, "a guess"));
            try {
                return Coroutine.of(await(answer));
            } finally {
                end.cancel();
                waiting.remove(number);
            }
        }

        @Override
        public void answered(int number, String text) {
            Deferred<String> answer = waiting.remove(number);
            if (answer != null) {
                answer.complete(text);
            }
        }
    }
}
