package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.util.ArrayDeque;
import java.util.Queue;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncCondition;
import org.asyncjava.runtime.Coroutine;

/** Letters for whoever comes first. */
interface Mailbox {
    Coroutine<Void> deliver(String letter);

    Coroutine<String> next();

    /** Does not look again when it is woken: somebody who came meanwhile may have taken the letter. */
    final class WithBug implements Mailbox {
        private final AsyncCondition arrived = new AsyncCondition();
        private final Queue<String> letters = new ArrayDeque<>();

        @Async
        @Override
        public Coroutine<Void> deliver(String letter) {
            try (var held = await(arrived.lock().hold())) {
                letters.add(letter);
                arrived.signal();
            }
            return Coroutine.done();
        }

        @Async
        @Override
        public Coroutine<String> next() {
            try (var held = await(arrived.lock().hold())) {
                if (letters.isEmpty()) {
                    await(arrived.whenSignalled()); // bug
                }
                return Coroutine.of(letters.remove());
            }
        }
    }

    /** Waits until there is one. */
    final class Clean implements Mailbox {
        private final AsyncCondition arrived = new AsyncCondition();
        private final Queue<String> letters = new ArrayDeque<>();

        @Async
        @Override
        public Coroutine<Void> deliver(String letter) {
            try (var held = await(arrived.lock().hold())) {
                letters.add(letter);
                arrived.signal();
            }
            return Coroutine.done();
        }

        @Async
        @Override
        public Coroutine<String> next() {
            try (var held = await(arrived.lock().hold())) {
                while (letters.isEmpty()) {
                    await(arrived.whenSignalled());
                }
                return Coroutine.of(letters.remove());
            }
        }
    }
}
