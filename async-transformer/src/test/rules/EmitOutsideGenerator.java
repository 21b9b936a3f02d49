import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Emit;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What only generators say, elsewhere. */
class EmitOutsideGenerator {
    interface Rows {
        @Async
        AsyncIterable<String> rows();
    }

    interface Work {
        @Async
        Coroutine<Void> run();
    }

    void plain() {
        emit("row"); // AJ008
    }

    void qualified() {
        Emit.emit("row"); // AJ008
        org.asyncjava.Emit.emit("row"); // AJ008
    }

    @Async
    Coroutine<Void> async(CompletableFuture<String> source) {
        emit(await(source)); // AJ008
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> asyncEnd(CompletableFuture<String> source) {
        await(source);
        return end(); // AJ008
    }

    Iterable<String> withoutMark() {
        emit("row"); // AJ008
        return end(); // AJ008
    }

    Runnable lambda() {
        return () -> emit("row"); // AJ008
    }

    Work asyncLambda(CompletableFuture<String> source) {
        return () -> {
            emit(await(source)); // AJ008
            return Coroutine.done();
        };
    }

    @Generator
    Iterable<String> lambdaInGenerator(List<String> rows) {
        rows.forEach(row -> emit(row)); // AJ002
        Supplier<Object> last = () -> end(); // AJ002
        emit("last");
        return end();
    }

    @Async
    AsyncIterator<String> lambdaInAsyncGenerator(CompletableFuture<List<String>> rows) {
        await(rows).forEach(row -> emit(row)); // AJ002 typed
        return end();
    }

    @Generator
    Iterable<String> localClassInGenerator() {
        new Object() {
            void row() {
                emit("row"); // AJ002
            }

            @Generator
            Iterator<String> rows() {
                emit("row");
                return end();
            }
        }.row();
        return end();
    }

    Rows generatorLambda(CompletableFuture<String> source) {
        return () -> {
            emit(await(source));
            return end();
        };
    }

    Rows generatorLambdaThatOnlyEmits() {
        return () -> {
            emit("row");
            return end();
        };
    }

    EmitOutsideGenerator() {
        emit("row"); // AJ004
    }

    static {
        emit("row"); // AJ004
    }

    private final Object field = end(); // AJ004

    Consumer<String> reference() {
        return Emit::emit; // AJ006
    }

    @Generator
    Stream<String> referenceInGenerator(List<String> rows) {
        rows.forEach(Emit::emit); // AJ006
        return end();
    }

    @Generator
    Iterable<String> holdingMonitor(Object lock) {
        synchronized (lock) {
            emit("row"); // AJ003
            return end();
        }
    }

    @Async
    AsyncIterable<String> asyncHoldingMonitor(Object lock) {
        synchronized (lock) {
            emit("row"); // AJ003
        }
        return end();
    }

    @Generator
    synchronized Iterator<String> synchronizedGenerator() {
        emit("row"); // AJ003
        return end();
    }

    @Generator
    Iterable<Integer> elementOfAnotherType() {
        emit("row"); // AJ008 dead
        emit(1);
        return end();
    }

    @Async
    AsyncIterable<Number> elementsOfSeveralTypes(CompletableFuture<Integer> number, String text) {
        emit(1);
        emit(await(number));
        emit(2.5);
        emit(text); // AJ008 dead
        emit(null);
        return end();
    }

    @Generator
    <T> Stream<List<T>> elementsWithTypeArguments(T one, List<T> several) {
        emit(several);
        emit(one); // AJ008 javac
        return end();
    }

    Rows lambdaWithElementOfAnotherType() {
        return () -> {
            emit(1); // AJ008 javac
            return end();
        };
    }

    @Generator
    Iterable<? extends CharSequence> elementsOfWildcard() {
        emit("row");
        emit(1); // AJ008 javac
        return end();
    }

    @Generator
    Iterable rawElements() {
        emit("row");
        emit(1);
        return end();
    }

    @Generator
    Iterable<Long> primitiveOfAnotherType(int number) {
        emit(number); // AJ008 dead
        emit((long) number);
        return end();
    }
}
