package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Bytes per operation do not depend on the machine. The bounds leave room for what a run allocates once. */
class AllocationTest {
    private static final int TIMES = 100_000;

    /** The first run loads classes and links lambdas; only the second is counted. */
    private static long allocatedBy(Runnable program) {
        program.run();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        program.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void anAwaitOfACompletedOperandAllocatesNothing() {
        Coroutine<Integer> value = Coroutine.of(1);
        long bytes = allocatedBy(() -> run(Programs.repeat(TIMES, () -> value)));
        assertThat(bytes / (double) TIMES).isLessThan(1);
    }

    @Test
    void aTurnOfTheLoopAllocatesNothing() {
        long bytes = allocatedBy(() -> run(Programs.repeat(TIMES, Coroutines::yieldNow)));
        assertThat(bytes / (double) TIMES).isLessThan(1);
    }

    @Test
    void aSuspensionOnADeferredCostsTheDeferredOnly() {
        List<Deferred<Integer>> pending = new ArrayList<>(1);
        long bytes = allocatedBy(() -> run(coroutine(() -> {
            Task<Integer> task = createTask(Programs.repeat(TIMES, () -> {
                Deferred<Integer> deferred = new Deferred<>();
                pending.add(deferred);
                return deferred;
            }));
            createTask(Programs.repeat(TIMES, () -> {
                if (!pending.isEmpty()) {
                    pending.remove(0).complete(1);
                }
                return yieldNow();
            }));
            return Coroutine.of(await(task));
        })));
        assertThat(bytes / (double) TIMES).isLessThan(25);
    }
}
