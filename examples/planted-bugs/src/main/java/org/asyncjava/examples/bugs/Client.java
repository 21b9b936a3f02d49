package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.util.HashMap;
import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;

/** Questions and answers over one connection: an answer has the number of its question. */
interface Client {
    Coroutine<Integer> ask(int number);

    /** Passes answers on to who waits for them, for ever. */
    Coroutine<Void> read();

    /** Says that it waits when the question is sent: the answer may have come by then. */
    final class WithBug implements Client {
        private final Map<Integer, Deferred<Integer>> waiting = new HashMap<>();
        private final AsyncQueue<Integer> out;
        private final AsyncQueue<Integer> in;
        private final Remote network;

        WithBug(AsyncQueue<Integer> out, AsyncQueue<Integer> in, Remote network) {
            this.out = out;
            this.in = in;
            this.network = network;
        }

        @Async
        @Override
        public Coroutine<Integer> ask(int number) {
            out.putNow(number);
            await(network.answer("sent")); // bug
            Deferred<Integer> answer = new Deferred<>();
            waiting.put(number, answer);
            return Coroutine.of(await(answer));
        }

        @Async
        @Override
        public Coroutine<Void> read() {
            while (true) {
                int number = await(in.take());
                Deferred<Integer> answer = waiting.remove(number);
                if (answer != null) {
                    answer.complete(number);
                }
            }
        }
    }

    /** Says that it waits, and then asks. */
    final class Clean implements Client {
        private final Map<Integer, Deferred<Integer>> waiting = new HashMap<>();
        private final AsyncQueue<Integer> out;
        private final AsyncQueue<Integer> in;
        private final Remote network;

        Clean(AsyncQueue<Integer> out, AsyncQueue<Integer> in, Remote network) {
            this.out = out;
            this.in = in;
            this.network = network;
        }

        @Async
        @Override
        public Coroutine<Integer> ask(int number) {
            Deferred<Integer> answer = new Deferred<>();
            waiting.put(number, answer);
            out.putNow(number);
            await(network.answer("sent"));
            return Coroutine.of(await(answer));
        }

        @Async
        @Override
        public Coroutine<Void> read() {
            while (true) {
                int number = await(in.take());
                Deferred<Integer> answer = waiting.remove(number);
                if (answer != null) {
                    answer.complete(number);
                }
            }
        }
    }
}
