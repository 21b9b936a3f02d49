import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Each.each;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Each;

/** Loops over elements that have to be waited for, where nothing waits, and what is no loop. */
class LoopOutsideAsync {
    interface Work {
        @Async
        Coroutine<Void> run();
    }

    void plain(AsyncIterable<String> rows) {
        for (String row : each(rows)) { // AJ009
            System.out.println(row);
        }
    }

    void qualified(AsyncIterator<String> rows) {
        for (String row : Each.each(rows)) { // AJ009
            System.out.println(row);
        }
    }

    @Async
    Coroutine<Void> fine(AsyncIterable<String> rows) {
        for (String row : each(rows)) {
            System.out.println(row);
        }
        for (var row : (each(rows))) {
            System.out.println(row);
        }
        return Coroutine.done();
    }

    Work asyncLambda(AsyncIterable<String> rows) {
        return () -> {
            for (String row : each(rows)) {
                System.out.println(row);
            }
            return Coroutine.done();
        };
    }

    Runnable lambda(AsyncIterable<String> rows) {
        return () -> {
            for (String row : each(rows)) { // AJ009
                System.out.println(row);
            }
        };
    }

    @Async
    Coroutine<Runnable> lambdaInAsync(AsyncIterable<String> rows, CompletableFuture<String> source) {
        await(source);
        return Coroutine.of(() -> {
            for (String row : each(rows)) { // AJ002 typed
                System.out.println("row " + row);
            }
        });
    }

    LoopOutsideAsync(AsyncIterable<String> rows) {
        for (String row : each(rows)) { // AJ004
            System.out.println(row);
        }
    }

    Function<AsyncIterable<String>, Iterable<String>> reference() {
        return Each::each; // AJ006
    }

    @Async
    Coroutine<Void> holdingMonitor(AsyncIterable<String> rows) {
        synchronized (this) {
            for (String row : each(rows)) { // AJ003
                System.out.println(row);
            }
        }
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> monitorInside(AsyncIterable<String> rows) {
        for (String row : each(rows)) {
            synchronized (this) {
                System.out.println(row);
            }
        }
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> keptInVariable(AsyncIterable<String> rows) {
        Each<String> kept = each(rows); // AJ009
        for (String row : kept) {
            System.out.println(row);
        }
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> givenAway(AsyncIterable<String> rows) {
        take(each(rows)); // AJ009
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> dropped(AsyncIterable<String> rows) {
        each(rows); // AJ009
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> inAnotherLoop(AsyncIterable<AsyncIterable<String>> tables) {
        for (AsyncIterable<String> rows : each(tables)) {
            for (String row : each(rows)) {
                System.out.println(row);
            }
        }
        return Coroutine.done();
    }

    private static void take(Iterable<String> rows) {
    }

    @Generator
    Iterable<String> inGenerator(AsyncIterable<String> rows) {
        for (String row : each(rows)) { // AJ010
            org.asyncjava.Emit.emit(row);
        }
        return org.asyncjava.Emit.end();
    }

    @Async
    Coroutine<Integer> resultOfCallInLoop(AsyncIterable<String> rows) {
        for (String row : each(rows)) {
            return length(row); // AJ106
        }
        return length("");
    }

    @Async
    Coroutine<Integer> valueInLoop(AsyncIterable<String> rows) {
        for (String row : each(rows)) {
            if (row.isEmpty()) {
                return Coroutine.of(0);
            }
            return Coroutine.of(await(length(row)));
        }
        return Coroutine.of(0);
    }

    @Async
    Coroutine<Integer> loopOfTheLanguage(java.util.List<String> rows) {
        for (String row : rows) {
            return length(row);
        }
        await(length(""));
        return length("");
    }

    @Async
    Coroutine<Integer> length(String row) {
        await(CompletableFuture.completedFuture(row));
        return Coroutine.of(row.length());
    }

    @Async
    Coroutine<Void> swallowing(AsyncIterable<String> rows) {
        try {
            for (String row : each(rows)) {
                System.out.println(row);
            }
        } catch (Exception failure) { // AJ105
            System.out.println(failure);
        }
        return Coroutine.done();
    }
}
