package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;

import org.asyncjava.Async;
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

    @Async
    private static CompletableFuture<Integer> gathered(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        List<Integer> both = await(gather(a, b));
        return CompletableFuture.completedFuture(both.get(0) + both.get(1));
    }

    @Async
    private static CompletableFuture<Integer> allOf(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        await(CompletableFuture.allOf(a, b));
        return CompletableFuture.completedFuture(a.join() + b.join());
    }

    @Async
    private static CompletableFuture<Integer> one(CompletableFuture<Integer> operand) {
        return CompletableFuture.completedFuture(await(operand));
    }

    /** Of one operation on two futures that are completed afterwards. */
    private static double perOperation(BinaryOperator<CompletableFuture<Integer>> operation) {
        return allocatedBy(() -> {
            for (int i = 0; i < TIMES; i++) {
                CompletableFuture<Integer> a = new CompletableFuture<>();
                CompletableFuture<Integer> b = new CompletableFuture<>();
                CompletableFuture<Integer> result = operation.apply(a, b);
                a.complete(1);
                b.complete(2);
                result.join();
            }
        }) / (double) TIMES;
    }

    @Test
    void aGatherOfTwoStagesWithoutALoopCostsLittleMoreThanAllOf() {
        double allOf = perOperation(AllocationTest::allOf);
        assertThat(perOperation(AllocationTest::gathered) - allOf).isLessThan(150);
        double ofMethods = perOperation((a, b) -> allOf(one(a), one(b)));
        assertThat(perOperation((a, b) -> gathered(one(a), one(b))) - ofMethods).isLessThan(150);
    }

    @Async
    private static CompletableFuture<Integer> limited(CompletableFuture<Integer> operand, Duration limit) {
        return CompletableFuture.completedFuture(await(waitFor(operand, limit)));
    }

    @Test
    void aLimitOfAStageCostsNoMoreThanOrTimeout() {
        Duration limit = Duration.ofDays(1);
        double orTimeout = perOperation((a, b) -> one(a.orTimeout(1, TimeUnit.DAYS)));
        assertThat(perOperation((a, b) -> limited(a, limit))).isLessThan(orTimeout + 50); // which depends on the JDK
    }
}
