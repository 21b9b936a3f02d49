package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

class Refused {
    @Async
    Coroutine<String> value(CompletableFuture<String> name) {
        return await(name);
    }

    @Async
    CompletableFuture<Integer> literal(CompletableFuture<String> name) {
        await(name);
        return 3;
    }

    @Async
    Coroutine<Void> nothing(CompletableFuture<String> name) {
        if (await(name).isEmpty()) {
            return;
        }
    }

    @Generator
    Iterable<Integer> one() {
        emit(1);
    }

    @Async
    AsyncIterable<Integer> other(CompletableFuture<Integer> number) { emit(await(number)); }

    @Async
    Coroutine<Void> checked(CompletableFuture<String> name) {
        try {
            await(name);
        } catch (IOException failure) {
            System.out.println(failure);
        }
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> operands(Future<String> plain, CompletableFuture<String> stage) {
        await(plain);
        System.out.println(await("text"));
        await(Coroutines.createTask(stage));
        await(Coroutines.createTask(() -> await(stage)));
        return Coroutine.done();
    }
}
