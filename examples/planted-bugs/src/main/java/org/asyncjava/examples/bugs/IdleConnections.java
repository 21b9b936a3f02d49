package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;

/** Connections that are used again: what is given back is handed to who waits longest. */
interface IdleConnections {
    Coroutine<String> take();

    void giveBack(String connection);

    /** Whoever is cancelled when a connection has been handed to him, and before he goes on, takes it with him. */
    final class WithBug implements IdleConnections {
        private final Deque<String> idle = new ArrayDeque<>();
        private final Deque<Deferred<String>> waiting = new ArrayDeque<>();

        WithBug(String connection) {
            idle.add(connection);
        }

        @Async
        @Override
        public Coroutine<String> take() {
            if (!idle.isEmpty()) {
                return Coroutine.of(idle.remove());
            }
            Deferred<String> handed = new Deferred<>();
            waiting.add(handed);
            try {
                return Coroutine.of(await(handed)); // bug
            } catch (CancellationException cancelled) {
                waiting.remove(handed);
                throw cancelled;
            }
        }

        @Override
        public void giveBack(String connection) {
            Deferred<String> next = waiting.poll();
            while (next != null && next.isCancelled()) {
                next = waiting.poll();
            }
            if (next == null) {
                idle.add(connection);
            } else {
                next.complete(connection);
            }
        }
    }

    /** Passes it on. */
    final class Clean implements IdleConnections {
        private final Deque<String> idle = new ArrayDeque<>();
        private final Deque<Deferred<String>> waiting = new ArrayDeque<>();

        Clean(String connection) {
            idle.add(connection);
        }

        @Async
        @Override
        public Coroutine<String> take() {
            if (!idle.isEmpty()) {
                return Coroutine.of(idle.remove());
            }
            Deferred<String> handed = new Deferred<>();
            waiting.add(handed);
            try {
                return Coroutine.of(await(handed));
            } catch (CancellationException cancelled) {
                waiting.remove(handed);
                if (handed.isDone() && !handed.isCancelled()) {
                    giveBack(handed.result());
                }
                throw cancelled;
            }
        }

        @Override
        public void giveBack(String connection) {
            Deferred<String> next = waiting.poll();
            while (next != null && next.isCancelled()) {
                next = waiting.poll();
            }
            if (next == null) {
                idle.add(connection);
            } else {
                next.complete(connection);
            }
        }
    }
}
