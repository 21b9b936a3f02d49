package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.waitAll;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Jobs that are noted in a journal and then done, one after the other. What was accepted is done before {@code shutDown} ends. */
interface Jobs {
    /**
     * Accepts a job.
     *
     * @throws IllegalStateException when no more are accepted
     */
    Coroutine<Void> submit(String job);

    Coroutine<Void> shutDown();

    /** Somebody may shut down while a job is noted. */
    final class WithBug implements Jobs {
        private final AsyncQueue<String> accepted = new AsyncQueue<>();
        private final Remote journal;
        private final Task<Void> worker;
        private boolean isShutDown;

        WithBug(Remote journal, List<String> done) {
            this.journal = journal;
            worker = createTask(work(journal, accepted, done));
        }

        @Async
        @Override
        public Coroutine<Void> submit(String job) {
            if (isShutDown) {
                throw new IllegalStateException("shut down");
            }
            await(journal.answer(job)); // bug
            accepted.putNow(job);
            return Coroutine.done();
        }

        @Async
        @Override
        public Coroutine<Void> shutDown() {
            isShutDown = true;
            await(accepted.join());
            worker.cancel();
            await(waitAll(worker));
            return Coroutine.done();
        }
    }

    /** A job is accepted when it is noted. */
    final class Clean implements Jobs {
        private final AsyncQueue<String> accepted = new AsyncQueue<>();
        private final Remote journal;
        private final Task<Void> worker;
        private boolean isShutDown;

        Clean(Remote journal, List<String> done) {
            this.journal = journal;
            worker = createTask(work(journal, accepted, done));
        }

        @Async
        @Override
        public Coroutine<Void> submit(String job) {
            await(journal.answer(job));
            if (isShutDown) {
                throw new IllegalStateException("shut down");
            }
            accepted.putNow(job);
            return Coroutine.done();
        }

        @Async
        @Override
        public Coroutine<Void> shutDown() {
            isShutDown = true;
            await(accepted.join());
            worker.cancel();
            await(waitAll(worker));
            return Coroutine.done();
        }
    }

    /** Does what was accepted, for ever. */
    @Async
    private static Coroutine<Void> work(Remote journal, AsyncQueue<String> accepted, List<String> done) {
        while (true) {
            String job = await(accepted.take());
            await(journal.answer("begun " + job));
            done.add(job);
            accepted.taskDone();
        }
    }
}
