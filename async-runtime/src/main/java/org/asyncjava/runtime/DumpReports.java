package org.asyncjava.runtime;

import java.util.List;

/** Reports that are parts of a dump. */
final class DumpReports implements LoopReports {
    private final DeadlockWatch deadlocks = new DeadlockWatch();
    private final RareLooks looksForDeadlocks = new RareLooks();
    private final RareLooks looksForResults = new RareLooks();

    @Override
    public void idles(EventLoop loop) {
        if (hasWork(loop)) {
            try {
                looksForDeadlocks.look(loop, deadlocks::look);
            } catch (Throwable broken) {
                FailureLog.error("looking for deadlocks has failed", broken);
            }
        }
    }

    private static boolean hasWork(EventLoop loop) {
        return !loop.tasks.haveEnded() || !loop.hotCalls.isEmpty();
    }

    @Override
    public Runnable parks(EventLoop loop) {
        LostResults[] looked = {null};
        if (loop.isDebug() && !loop.tasks.haveEnded()) { // then nobody touches the tasks of a loop from a wrong thread
            try {
                looksForResults.look(loop, waiting -> looked[0] = LostResults.of(waiting));
            } catch (Throwable broken) {
                FailureLog.error("looking for results that nobody has has failed", broken);
            }
        }
        return looked[0] == null ? null : looked[0]::end;
    }

    @Override
    public void cancelsRest(EventLoop loop) {
        try {
            Snapshot snapshot = new Snapshot(List.of(loop));
            if (!snapshot.calls().isEmpty()) {
                FailureLog.warning("cancelled at the end of the loop:\n\n" + DumpText.of(snapshot, List.of(), snapshot.calls()), null);
            }
        } catch (Throwable broken) {
            FailureLog.error("looking for what is left on a loop has failed", broken);
        }
    }
}
