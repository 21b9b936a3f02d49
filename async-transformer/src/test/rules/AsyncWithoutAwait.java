import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** PRODUCT 4: the annotation without anything to wait for, where it makes no difference. */
class AsyncWithoutAwait {
    private static final int ANSWER = 42;
    private String name = "shop";

    interface Load {
        @Async
        CompletableFuture<String> load(CompletableFuture<String> source);
    }

    @Async
    CompletableFuture<String> value() { // AJ101
        return CompletableFuture.completedFuture("value");
    }

    @Async
    Coroutine<String> cold() { // AJ101
        return Coroutine.of("value");
    }

    @Async
    Coroutine<Void> nothing() { // AJ101
        return (Coroutine.done());
    }

    @Async
    CompletionStage<Integer> boxed() { // AJ101
        return CompletableFuture.completedStage(-7);
    }

    @Async
    Coroutine<Object> parameter(String text, AsyncWithoutAwait self) { // AJ101
        return Coroutine.of(text);
    }

    @Async
    Coroutine<AsyncWithoutAwait> self() { // AJ101
        return Coroutine.of(this);
    }

    @Async
    Coroutine<Integer> constant() { // AJ101 typed
        return Coroutine.of(ANSWER);
    }

    @Async
    Coroutine<String> passedOn(CompletableFuture<String> source) { // AJ101
        return privately(source, 1);
    }

    @Async
    Coroutine<String> passedOnByThis(CompletableFuture<String> source, int number) { // AJ101
        return this.privately(source, number);
    }

    @Async
    private Coroutine<String> privately(CompletableFuture<String> source, int number) {
        return Coroutine.of(await(source) + number);
    }

    /** A call may fail, and then it matters where. */
    @Async
    CompletableFuture<String> computed(String text) {
        return CompletableFuture.completedFuture(text.trim());
    }

    /** Removing the annotation would print at the call, and throw there. */
    @Async
    Coroutine<Void> coldWithEffects() {
        System.out.println("runs");
        if (name.isEmpty()) {
            throw new IllegalStateException("no name");
        }
        return Coroutine.done();
    }

    /** Reads the field when it is awaited. */
    @Async
    Coroutine<String> field() {
        return Coroutine.of(name);
    }

    /** Fails if it is given null. */
    @Async
    CompletableFuture<String> given(CompletableFuture<String> source) {
        return source;
    }

    /** Unboxing may fail. */
    @Async
    Coroutine<String> unboxes(CompletableFuture<String> source, Integer number) {
        return privately(source, number);
    }

    /** A subclass may do something else. */
    @Async
    Coroutine<String> overridable(CompletableFuture<String> source) {
        return laterOverridden(source);
    }

    @Async
    Coroutine<String> laterOverridden(CompletableFuture<String> source) {
        return Coroutine.of(await(source));
    }

    /** The method that is called is not async: it runs at the call. */
    @Async
    Coroutine<String> eager(CompletableFuture<String> source) {
        return notAsync(source);
    }

    private Coroutine<String> notAsync(CompletableFuture<String> source) {
        return privately(source, 2);
    }

    @Async
    CompletableFuture<Load> onlyInLambda() {
        Load load = source -> CompletableFuture.completedFuture(await(source));
        return CompletableFuture.completedFuture(load);
    }

    @Async
    CompletableFuture<Load> onlyInLocalClass() {
        class Local implements Load {
            @Override
            @Async
            public CompletableFuture<String> load(CompletableFuture<String> source) {
                return CompletableFuture.completedFuture(await(source));
            }
        }
        return CompletableFuture.completedFuture(new Local());
    }

    /** One message is enough. */
    @Async
    CompletableFuture<List<String>> besideAnError(List<CompletableFuture<String>> sources) {
        return CompletableFuture.completedFuture(sources.stream().map(source -> await(source)).toList()); // AJ002
    }

    @Async
    @SuppressWarnings("async")
    CompletableFuture<String> suppressed() { // AJ101 suppressed
        return CompletableFuture.completedFuture("");
    }

    @Async
    @SuppressWarnings({"unused", "AJ101"})
    CompletableFuture<String> suppressedByCode() { // AJ101 suppressed
        return CompletableFuture.completedFuture("");
    }

    @Async
    @SuppressWarnings("AJ102")
    CompletableFuture<String> somethingElseSuppressed() { // AJ101
        return CompletableFuture.completedFuture("");
    }

    /** A lambda is async only if it awaits. */
    Load lambda() {
        return source -> source;
    }

    Supplier<String> plainLambda() {
        return () -> "plain";
    }

    @Async
    CompletableFuture<String> awaits(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }
}
