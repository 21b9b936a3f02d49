package org.asyncjava.examples.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.bugs.Work.turns;
import static org.asyncjava.runtime.Coroutines.createTask;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Clients that may be cancelled. */
final class CancelledWork {
    private CancelledWork() {
    }

    static final class Uses implements Work {
        private final AsyncSemaphore permits = new AsyncSemaphore(1);
        private final ConnectionPool pool;

        Uses(Version version) {
            Remote database = new Remote();
            pool = version == Version.CLEAN ? new ConnectionPool.Clean(permits, database) : new ConnectionPool.WithBug(permits, database);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            Task<Void> other = createTask(pool.use(connection -> turns(1)));
            try {
                await(pool.use(connection -> turns(2)));
            } finally {
                await(other);
            }
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(permits.availablePermits()).isEqualTo(1);
        }
    }

    static final class Reports implements Work {
        private final AsyncQueue<String> reports = new AsyncQueue<>();
        private final List<String> written = new ArrayList<>();
        private final Archive archive;

        Reports(Version version) {
            Remote disk = new Remote();
            archive = version == Version.CLEAN ? new Archive.Clean(reports, written, disk) : new Archive.WithBug(reports, written, disk);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            Task<Void> author = createTask(author());
            try {
                await(archive.write(2));
                await(reports.join());
            } finally {
                await(author);
            }
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> author() {
            await(reports.put("a"));
            await(turns(1));
            await(reports.put("b"));
            return Coroutine.done();
        }

        @Override
        public void check() {
            List<String> all = new ArrayList<>(written);
            while (!reports.isEmpty()) {
                all.add(reports.takeNow());
                reports.taskDone();
            }
            assertThat(all).containsExactlyInAnyOrder("a", "b");
        }
    }

    static final class Attempts implements Work {
        private final Remote service = new Remote().failing(2);
        private final Retries retries;

        Attempts(Version version) {
            retries = version == Version.CLEAN ? new Retries.Clean() : new Retries.WithBug();
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            assertThat(await(retries.retry(4, () -> service.answer("yes")))).isEqualTo("yes");
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(service.asked()).isBetween(1, 3);
        }
    }

    static final class Questions implements Work {
        private final Remote shops = new Remote();
        private final Offers offers;

        Questions(Version version) {
            offers = version == Version.CLEAN ? new Offers.Clean(shops) : new Offers.WithBug(shops);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            assertThat(await(offers.best(3, 2))).isEqualTo(2);
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(shops.asked()).isLessThanOrEqualTo(2);
        }
    }

    static final class Searches implements Work {
        private final AsyncSemaphore connections = new AsyncSemaphore(1);
        private final Search search;

        Searches(Version version) {
            Remote database = new Remote();
            search = version == Version.CLEAN ? new Search.Clean(connections, database) : new Search.WithBug(connections, database);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            assertThat(await(search.find("green"))).isEqualTo("green");
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(connections.availablePermits()).isEqualTo(1);
        }
    }
}
