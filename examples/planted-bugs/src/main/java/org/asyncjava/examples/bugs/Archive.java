package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;

/** Takes reports from a queue and writes them. */
interface Archive {
    /** Writes so many. */
    Coroutine<Void> write(int count);

    /** A report that was taken, and not written when the archive is cancelled, is nowhere. */
    final class WithBug implements Archive {
        private final AsyncQueue<String> reports;
        private final List<String> written;
        private final Remote disk;

        WithBug(AsyncQueue<String> reports, List<String> written, Remote disk) {
            this.reports = reports;
            this.written = written;
            this.disk = disk;
        }

        @Async
        @Override
        public Coroutine<Void> write(int count) {
            for (int i = 0; i < count; i++) {
                String report = await(reports.take());
                try {
                    written.add(await(disk.answer(report))); // bug
                } finally {
                    reports.taskDone();
                }
            }
            return Coroutine.done();
        }
    }

    /** Puts it back. */
    final class Clean implements Archive {
        private final AsyncQueue<String> reports;
        private final List<String> written;
        private final Remote disk;

        Clean(AsyncQueue<String> reports, List<String> written, Remote disk) {
            this.reports = reports;
            this.written = written;
            this.disk = disk;
        }

        @Async
        @Override
        public Coroutine<Void> write(int count) {
            for (int i = 0; i < count; i++) {
                String report = await(reports.take());
                try {
                    written.add(await(disk.answer(report)));
                } catch (CancellationException cancelled) {
                    reports.putNow(report);
                    throw cancelled;
                } finally {
                    reports.taskDone();
                }
            }
            return Coroutine.done();
        }
    }
}
