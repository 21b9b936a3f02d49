import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What generators must not do, and what they may. */
abstract class PlainGenerators {
    @Generator
    Iterable<String> waits(CompletableFuture<String> source) {
        emit(await(source)); // AJ010
        return end();
    }

    @Generator
    Iterable<Integer> endless() {
        for (int i = 0;; i++) {
            emit(i);
        }
    }

    @Generator
    Iterator<String> only(String text) {
        emit(text);
        return end();
    }

    @Generator
    Stream<String> empty() {
        return end();
    }

    @Generator
    Iterable<String> returnsNull(boolean early) {
        if (early) {
            return null; // AJ010
        }
        emit("row");
        return end();
    }

    @Generator
    Iterable<String> returnsSomethingElse(boolean early) {
        if (early) {
            return new ArrayList<>(); // AJ010
        }
        emit("row");
        return early ? end() : List.of(); // AJ010
    }

    @Generator
    Iterable<String> returnsVariable() {
        Iterable<String> nothing = end();
        emit("row");
        return nothing; // AJ010
    }

    @Generator
    Iterable<String> endsInEveryWay(int way) {
        try {
            emit("row");
            if (way == 1) {
                return end();
            }
            if (way == 2) {
                return (end());
            }
            if (way == 3) {
                return (Iterable<String>) end();
            }
            return way == 4 ? end() : end();
        } finally {
            System.out.println("ended");
        }
    }

    @Async
    AsyncIterable<String> asyncReturnsNull(CompletableFuture<String> source) {
        emit(await(source));
        return null; // AJ010
    }

    @Async
    AsyncIterator<String> asyncReturnsAnother(AsyncIterator<String> other) {
        return other; // AJ010
    }

    @Async
    AsyncIterable<String> asyncThatOnlyEmits() {
        emit("row");
        return end();
    }

    @Async
    AsyncIterable<String> asyncEmpty() {
        return end();
    }

    @Generator
    int elementsOfNothing() { // AJ005
        emit("row");
        return 0;
    }

    @Generator
    List<String> list() { // AJ005
        emit("row");
        return end();
    }

    @Generator
    AsyncIterable<String> asyncResult() { // AJ005
        emit("row");
        return end();
    }

    @Async
    Iterable<String> plainResult() { // AJ005
        return null;
    }

    @Async
    @Generator
    AsyncIterable<String> bothMarks() { // AJ005
        emit("row");
        return end();
    }

    @Generator
    native Iterable<String> nativeRows(); // AJ007

    @Generator
    abstract Iterable<String> abstractRows(); // AJ007

    interface Rows {
        @Generator
        Iterable<String> rows(); // AJ007
    }

    interface AsyncRows {
        @Async
        AsyncIterable<String> rows();
    }

    @Generator
    Iterable<String> asyncLambdaInside(CompletableFuture<String> source) {
        AsyncRows rows = () -> {
            emit(await(source));
            return end();
        };
        emit(rows.toString());
        return end();
    }
}
