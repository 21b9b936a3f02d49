package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.util.HashMap;
import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;

/** Books of which two are written together, under a lock each. */
interface Ledger {
    Coroutine<Void> move(String from, String to, int cents);

    /** Takes the locks in the order in which the books are named. */
    final class WithBug implements Ledger {
        private final Map<String, AsyncLock> locks = new HashMap<>();
        private final Remote disk;

        WithBug(Remote disk) {
            this.disk = disk;
        }

        private AsyncLock lock(String book) {
            return locks.computeIfAbsent(book, unknown -> new AsyncLock());
        }

        @Async
        @Override
        public Coroutine<Void> move(String from, String to, int cents) {
            try (var source = await(lock(from).hold())) {
                await(disk.answer(from + " -" + cents));
                try (var target = await(lock(to).hold())) { // bug
                    await(disk.answer(to + " +" + cents));
                }
            }
            return Coroutine.done();
        }
    }

    /** Takes the locks in the order of the alphabet. */
    final class Clean implements Ledger {
        private final Map<String, AsyncLock> locks = new HashMap<>();
        private final Remote disk;

        Clean(Remote disk) {
            this.disk = disk;
        }

        private AsyncLock lock(String book) {
            return locks.computeIfAbsent(book, unknown -> new AsyncLock());
        }

        @Async
        @Override
        public Coroutine<Void> move(String from, String to, int cents) {
            boolean isAscending = from.compareTo(to) < 0;
            try (var first = await(lock(isAscending ? from : to).hold()); var second = await(lock(isAscending ? to : from).hold())) {
                await(disk.answer(from + " -" + cents));
                await(disk.answer(to + " +" + cents));
            }
            return Coroutine.done();
        }
    }
}
