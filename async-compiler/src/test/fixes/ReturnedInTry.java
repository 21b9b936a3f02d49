package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;

public class ReturnedInTry {
    @Async
    Coroutine<String> name(boolean known) {
        try {
            return known ? Coroutine.of(await(ask())) : ask();
        } catch (IllegalStateException failure) {
            return Coroutine.of("none");
        }
    }

    @Async
    CompletionStage<String> stage() {
        try {
            return later();
        } finally {
            System.out.println(await(later()));
        }
    }

    AsyncSupplier<String> lambda() {
        return () -> {
            try {
                return ask();
            } finally {
                System.out.println(await(later()));
            }
        };
    }

    @Async
    Coroutine<String> ask() {
        return Coroutine.of(await(later()));
    }

    CompletableFuture<String> later() {
        return CompletableFuture.completedFuture("late");
    }
}
