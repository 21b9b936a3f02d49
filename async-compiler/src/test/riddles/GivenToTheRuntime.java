import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.withTimeout;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** Lambdas that return no coroutine where the runtime takes one, or code that makes one. */
class GivenToTheRuntime {
    String program(CompletableFuture<String> source) {
        run(() -> { // AJ112
            await(source);
        });
        return Coroutines.run(() -> await(source)); // AJ112
    }

    @Async
    Coroutine<Void> task(CompletableFuture<String> source) {
        createTask(() -> {
            await(source);
            return Coroutine.done();
        });
        createTask(() -> { // AJ112
            await(source);
        });
        gather(() -> { // AJ112 typed
            await(source);
            return Coroutine.done();
        });
        await(withTimeout(Duration.ofSeconds(1), t -> {
            await(source);
            return Coroutine.done();
        }));
        await(sleep(Duration.ZERO));
        return Coroutine.done();
    }

    void right(CompletableFuture<String> source) {
        run(task(null));
        run(() -> Coroutine.of(await(source)));
    }

    static class Own {
        void run(Runnable code) {
        }

        void named() {
            run(() -> System.out.println());
        }
    }
}
