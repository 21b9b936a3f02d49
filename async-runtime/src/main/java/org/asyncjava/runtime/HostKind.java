package org.asyncjava.runtime;

import java.util.concurrent.TimeUnit;

/** What runs of a loop on somebody else's threads are like. */
enum HostKind {
    /** On the one thread of a host, which has its own work, and may do that within a step. */
    HOST(true, true, 1024, TimeUnit.MILLISECONDS.toNanos(2), "this event loop runs on the thread of its host, which must not be blocked:"
            + " make a task instead (createTask), or from another thread use call(...) or Coroutines.runCoroutineThreadsafe(...)"),

    /** On the threads of an executor, which others want as well. */
    STRAND(false, false, 128, TimeUnit.MICROSECONDS.toNanos(500), Refusals.STRAND),

    /** On the threads of a test, which decides about each step. */
    STRAND_OF_TEST(false, false, 1, TimeUnit.MICROSECONDS.toNanos(500), Refusals.STRAND);

    private static final class Refusals {
        private static final String STRAND = "this event loop runs on the threads of an executor and is run by nobody else:"
                + " make a task instead (createTask), or from another thread use call(...) or Coroutines.runCoroutineThreadsafe(...)";
    }

    /** Whether a run may begin within a step of the same loop. */
    final boolean nests;

    /** Whether a host that refuses a run will run nothing any more. */
    final boolean endsWhenRefused;

    /** How much a run does: so many steps, and none begins later than that. */
    final int steps;
    final long nanos;

    final String refusalToRun;

    HostKind(boolean nests, boolean endsWhenRefused, int steps, long nanos, String refusalToRun) {
        this.nests = nests;
        this.endsWhenRefused = endsWhenRefused;
        this.steps = steps;
        this.nanos = nanos;
        this.refusalToRun = refusalToRun;
    }

    /** The threads for what blocks; strands share some, as nobody ends a strand. */
    DefaultExecutor newDefaultExecutor() {
        return this == HOST ? DefaultExecutor.ofLoop() : DefaultExecutor.ofStrand();
    }
}
