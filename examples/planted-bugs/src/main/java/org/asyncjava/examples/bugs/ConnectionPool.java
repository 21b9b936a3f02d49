package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncFunction;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;

/** So many connections at once, each opened for one use. */
interface ConnectionPool {
    <T> Coroutine<T> use(AsyncFunction<String, T> work);

    /** Whoever is cancelled while the connection is opened keeps the permit. */
    final class WithBug implements ConnectionPool {
        private final AsyncSemaphore permits;
        private final Remote database;

        WithBug(AsyncSemaphore permits, Remote database) {
            this.permits = permits;
            this.database = database;
        }

        @Async
        @Override
        public <T> Coroutine<T> use(AsyncFunction<String, T> work) {
            await(permits.acquire());
            String connection = await(database.answer("connection")); // bug
            try {
                return Coroutine.of(await(work.call(connection)));
            } finally {
                permits.release();
            }
        }
    }

    /** Whatever happens behind {@code acquire} ends in {@code release}. */
    final class Clean implements ConnectionPool {
        private final AsyncSemaphore permits;
        private final Remote database;

        Clean(AsyncSemaphore permits, Remote database) {
            this.permits = permits;
            this.database = database;
        }

        @Async
        @Override
        public <T> Coroutine<T> use(AsyncFunction<String, T> work) {
            await(permits.acquire());
            try {
                String connection = await(database.answer("connection"));
                return Coroutine.of(await(work.call(connection)));
            } finally {
                permits.release();
            }
        }
    }
}
