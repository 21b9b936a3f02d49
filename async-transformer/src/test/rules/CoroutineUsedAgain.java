import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Coroutines that are started twice. */
class CoroutineUsedAgain {
    private int count;

    @Async
    Coroutine<Integer> load(CompletableFuture<Integer> source) {
        return Coroutine.of(await(source));
    }

    Coroutine<Integer> perhapsAValue() {
        return Coroutine.of(3);
    }

    @Async
    CompletableFuture<Integer> hot(CompletableFuture<Integer> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    Coroutine<Integer> twice(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        int sum = await(once);
        sum += await(once); // AJ109
        return Coroutine.of(sum);
    }

    @Async
    Coroutine<Integer> laterAndDeeper(CompletableFuture<Integer> source) {
        var once = this.load(source);
        await(once);
        for (int i = 0; i < 3; i++) {
            if (count > i) {
                await((once)); // AJ109
            }
        }
        return Coroutine.of(3);
    }

    @Async
    Coroutine<Integer> onBothWays(CompletableFuture<Integer> source) {
        final Coroutine<Integer> once = (load(source));
        if (count > 3) {
            await(once);
        } else {
            await(once, IllegalStateException.class);
        }
        return Coroutine.of(await(once)); // AJ109
    }

    @Async
    Coroutine<Integer> inOneExpression(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        return Coroutine.of(await(once) + await(once)); // AJ109
    }

    @Async
    Coroutine<Integer> afterATask(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        Task<Integer> task = createTask(once);
        await(task);
        await(task);
        return Coroutine.of(await(once)); // AJ109 typed
    }

    @Async
    Coroutine<Integer> gathered(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        Coroutine<Integer> other = load(source);
        await(gather(once, other));
        await(gather(load(source), other)); // AJ109 typed
        createTask(once); // AJ109 typed
        return Coroutine.of(3);
    }

    @Async
    Coroutine<Integer> onOneWay(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        if (count > 3) {
            await(once);
        }
        if (count <= 3) {
            await(once);
        }
        Coroutine<Integer> other = load(source);
        return Coroutine.of(count > 3 ? await(other) : -await(other));
    }

    @Async
    Coroutine<Integer> eachRoundAnother(CompletableFuture<Integer> source) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            Coroutine<Integer> once = load(source);
            if (i > count) {
                sum += await(once);
                continue;
            }
            sum -= await(once);
        }
        return Coroutine.of(sum);
    }

    @Async
    Coroutine<Integer> assignedAgain(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        int sum = await(once);
        once = load(source);
        sum += await(once);
        return Coroutine.of(sum);
    }

    @Async
    Coroutine<Integer> perhapsAnother(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        await(once);
        if (count > 3) {
            once = load(source);
        }
        return Coroutine.of(count > 3 ? await(once) : 3);
    }

    @Async
    Coroutine<Integer> asOftenAsOneLikes(CompletableFuture<Integer> source, Coroutine<Integer> given) {
        Coroutine<Integer> value = Coroutine.of(3);
        Coroutine<Integer> known = perhapsAValue();
        CompletableFuture<Integer> future = hot(source);
        int sum = await(value) + await(value) + await(known) + await(known) + await(future) + await(future) + await(given) + await(given);
        return Coroutine.of(sum);
    }

    @Async
    Coroutine<Integer> inALambda(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        Runnable task = () -> createTask(once);
        task.run();
        return Coroutine.of(await(once));
    }

    @Async
    @SuppressWarnings("AJ109")
    Coroutine<Integer> suppressed(CompletableFuture<Integer> source) {
        Coroutine<Integer> once = load(source);
        await(once);
        await(once); // AJ109 suppressed
        return Coroutine.of(3);
    }
}
