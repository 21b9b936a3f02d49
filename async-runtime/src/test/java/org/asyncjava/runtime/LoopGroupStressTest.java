package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random programs that call from loop to loop of a group and cancel what they have called, while the group is being closed: whoever awaits goes on, and
 * code runs once at most and to its end. A failure names the seed.
 */
@Timeout(value = 3_600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopGroupStressTest {
    private static final class Planned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int RUNS = Integer.getInteger("async.stress.runs", 2_000) / 10;
    private static final int DEPTH = 4;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Queue<Object> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void nothingIsLostOrDoneTwice() throws Exception {
        for (long seed = 0; seed < RUNS; seed++) {
            runOne(new SplittableRandom(seed));
            assertThat(wrong).as("seed %d", seed).isEmpty();
            assertThat(ended.get()).as("code that has ended, seed %d", seed).isEqualTo(begun.get());
        }
        assertThat(begun.get()).isGreaterThan(RUNS);
    }

    private void runOne(SplittableRandom random) throws Exception {
        LoopGroup group = new LoopGroup(1 + random.nextInt(3));
        group.loops().forEach(loop -> loop.setExceptionHandler((where, context) -> reported(context)));
        Thread closing = new Thread(closing(group, random.split()));
        List<CompletableFuture<Object>> methods = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            SplittableRandom own = random.split();
            methods.add(hot(() -> call(group, DEPTH, own)));
        }
        closing.start();
        if (!methods.isEmpty() && random.nextBoolean()) {
            methods.get(0).cancel(false);
        }
        try {
            run(main(group, random.split()));
        } catch (Planned | RejectedExecutionException | CancellationException expected) {
            // What the program was meant to do, or the group's end.
        }
        closing.join();
        for (CompletableFuture<Object> method : methods) {
            method.handle((value, failure) -> value).get(5, TimeUnit.MINUTES);
        }
    }

    private static Runnable closing(LoopGroup group, SplittableRandom random) {
        int spins = random.nextInt(20_000);
        boolean patient = random.nextBoolean();
        Duration limit = Duration.ofNanos(random.nextInt(1_000_000));
        return () -> {
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            if (patient) {
                group.close();
            } else {
                group.close(limit);
            }
        };
    }

    /** A gathering whose awaiter was refused by the end of the loop reports that its operands were cancelled. */
    private void reported(FailureContext context) {
        Throwable failure = context.exception();
        boolean ofTheEnd = failure instanceof RejectedExecutionException || failure instanceof CancellationException;
        if (!(failure == null || failure instanceof Planned || ofTheEnd)) {
            wrong.add(context);
        }
    }

    @Async
    private Coroutine<Object> main(LoopGroup group, SplittableRandom random) {
        Coroutines.currentLoop().setExceptionHandler((where, context) -> reported(context));
        List<Task<Object>> tasks = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            tasks.add(createTask(call(group, DEPTH, random.split())));
        }
        for (Task<Object> task : tasks) {
            await(yieldNow());
            if (random.nextInt(3) == 0) {
                task.cancel();
            }
        }
        return Coroutine.of(await(Coroutines.gatherOutcomes(tasks)));
    }

    /** Code that some loop of the group runs. */
    private Coroutine<Object> call(LoopGroup group, int depth, SplittableRandom random) {
        AtomicInteger runs = new AtomicInteger();
        EventLoop loop = random.nextBoolean() ? group.next() : group.forKey(random.nextInt());
        return loop.call(() -> {
            if (runs.incrementAndGet() != 1) {
                wrong.add("has run again");
            }
            begun.incrementAndGet();
            try {
                if (Coroutines.currentLoop() != loop) {
                    wrong.add("has run elsewhere");
                }
                return Coroutine.of(await(work(group, depth, random)));
            } finally {
                ended.incrementAndGet();
            }
        });
    }

    @Async
    private Coroutine<Object> work(LoopGroup group, int depth, SplittableRandom random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (depth == 0 ? random.nextInt(3) : random.nextInt(8)) {
                case 0 -> await(yieldNow());
                case 1 -> await(sleep(Duration.ofNanos(random.nextInt(50_000))));
                case 2 -> {
                    if (random.nextInt(10) == 0) {
                        throw new Planned();
                    }
                }
                case 3 -> await(gather(call(group, depth - 1, random.split()), call(group, depth - 1, random.split())));
                case 4 -> await(hot(() -> call(group, depth - 1, random.split())));
                case 5 -> await(limited(group, depth, random));
                case 6 -> await(cancelled(group, depth, random));
                default -> await(call(group, depth - 1, random));
            }
        }
        return Coroutine.of(random.nextInt());
    }

    @Async
    private Coroutine<Object> limited(LoopGroup group, int depth, SplittableRandom random) {
        try {
            await(withTimeout(Duration.ofNanos(random.nextInt(100_000)), t -> call(group, depth - 1, random.split())));
        } catch (AsyncTimeoutException expected) {
            return Coroutine.of(null);
        }
        return Coroutine.of(null);
    }

    @Async
    private Coroutine<Object> cancelled(LoopGroup group, int depth, SplittableRandom random) {
        Task<Object> task = createTask(coroutine(() -> Coroutine.of(await(call(group, depth - 1, random.split())))));
        for (int i = random.nextInt(3); i > 0; i--) {
            await(yieldNow());
        }
        task.cancel();
        return Coroutine.of(await(Coroutines.gatherOutcomes(task)));
    }
}
