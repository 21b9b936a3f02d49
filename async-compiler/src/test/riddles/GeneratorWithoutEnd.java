import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;

/** Generators that do not say where they end. */
class GeneratorWithoutEnd {
    @Generator
    Iterable<String> loop(List<String> rows) { // AJ112
        for (String row : rows) {
            emit(row);
        }
    }

    @Generator
    Stream<String> nothing() { // AJ112
    }

    @Async
    AsyncIterable<String> async(CompletableFuture<String> source) { // AJ112
        emit(await(source));
    }

    @Async
    AsyncIterator<String> onOneWay(CompletableFuture<String> source, boolean more) { // AJ112
        if (more) {
            emit(await(source));
        } else {
            return end();
        }
    }

    @Generator
    Iterable<Integer> endless() {
        for (int i = 0;; i++) {
            emit(i);
        }
    }

    @Generator
    Iterable<Integer> fine() {
        emit(1);
        return end();
    }
}
