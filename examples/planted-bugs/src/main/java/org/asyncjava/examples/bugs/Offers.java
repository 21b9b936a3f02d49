package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/** Asks two shops at once. */
interface Offers {
    Coroutine<Integer> best(int one, int other);

    /** Whoever is cancelled while it waits for one leaves the question to the other behind. */
    final class WithBug implements Offers {
        private final Remote shops;

        WithBug(Remote shops) {
            this.shops = shops;
        }

        @Async
        @Override
        public Coroutine<Integer> best(int one, int other) {
            Task<Integer> first = createTask(shops.answer(one));
            Task<Integer> second = createTask(shops.answer(other));
            return Coroutine.of(Math.min(await(first), await(second))); // bug
        }
    }

    /** A group leaves nothing behind. */
    final class Clean implements Offers {
        private final Remote shops;

        Clean(Remote shops) {
            this.shops = shops;
        }

        @Async
        @Override
        public Coroutine<Integer> best(int one, int other) {
            return Coroutine.of(await(TaskGroup.open(group -> {
                Task<Integer> first = group.createTask(shops.answer(one));
                Task<Integer> second = group.createTask(shops.answer(other));
                return Coroutine.of(Math.min(await(first), await(second)));
            })));
        }
    }
}
