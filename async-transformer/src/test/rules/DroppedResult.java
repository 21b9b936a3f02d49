import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** PRODUCT 4: calls whose result nobody looks at. */
class DroppedResult {
    interface Work {
        @Async
        CompletableFuture<String> run();
    }

    record Job(Coroutine<String> work, CompletableFuture<String> result, Coroutine<String>... others) {
        @Override
        public Coroutine<String>[] others() {
            return others.clone();
        }
    }

    private CompletableFuture<String> kept;

    @Async
    Coroutine<String> cold(CompletableFuture<String> source) {
        return Coroutine.of(await(source));
    }

    @Async
    static CompletableFuture<String> hot(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    Coroutine<String> plainMethodReturningCoroutine() {
        return Coroutine.of("plain");
    }

    CompletableFuture<String> plainMethodReturningFuture() {
        return CompletableFuture.completedFuture("plain");
    }

    void inPlainMethod(CompletableFuture<String> source) {
        cold(source); // AJ102
        hot(source); // AJ102
        this.cold(source); // AJ102
        DroppedResult.hot(source); // AJ102
        plainMethodReturningCoroutine(); // AJ102
        plainMethodReturningFuture();
    }

    @Async
    CompletableFuture<String> inAsyncMethod(CompletableFuture<String> source) {
        cold(source); // AJ102
        await(cold(source));
        await(hot(source));
        return hot(source);
    }

    void readFromARecord(Job job) {
        job.work(); // AJ102
        job.result();
        job.others();
    }

    void throughAnInterface(Work work) {
        work.run(); // AJ102
    }

    void onAnotherObject(DroppedResult other, CompletableFuture<String> source) {
        other.cold(source); // AJ102
        new DroppedResult().cold(source); // AJ102
        List.of(other).get(0).cold(source); // AJ102 typed
    }

    void overSeveralLines(CompletableFuture<String> source) {
        this
                .cold( // AJ102
                        source);
    }

    void inLambdas(CompletableFuture<String> source) {
        Runnable block = () -> {
            cold(source); // AJ102
        };
        Runnable expression = () -> cold(source); // AJ102
        Consumer<String> consumer = text -> hot(source); // AJ102
        Work returned = () -> hot(source);
    }

    void references(List<CompletableFuture<String>> sources, DroppedResult other) {
        sources.forEach(this::cold); // AJ102
        sources.forEach(DroppedResult::hot); // AJ102
        Consumer<CompletableFuture<String>> consumer = other::cold; // AJ102
        Runnable plain = this::plainMethodReturningFuture;
        Runnable coroutine = this::plainMethodReturningCoroutine; // AJ102
        sources.stream().map(this::cold).forEach(kept -> kept.toString());
        Function<CompletableFuture<String>, Coroutine<String>> function = this::cold;
        Supplier<Coroutine<String>> supplier = other::plainMethodReturningCoroutine;
        Work work = () -> hot(sources.get(0));
        Runnable run = work::run; // AJ102
    }

    @SuppressWarnings("AJ102")
    void suppressedReference() {
        Runnable coroutine = this::plainMethodReturningCoroutine; // AJ102 suppressed
    }

    String shown(CompletableFuture<String> source) {
        String text = "result " + cold(source); // AJ102
        text += hot(source); // AJ102
        text = (hot(source)) + text // AJ102
                + (cold(source)) // AJ102
                + source;
        text += String.valueOf(cold(source)); // AJ102
        text += text + plainMethodReturningFuture();
        return text + 'x' + cold(source) + 1; // AJ102
    }

    @Async
    Coroutine<String> shownWhenDone(CompletableFuture<String> source) {
        Coroutine<String> kept = cold(source);
        return Coroutine.of("result " + await(cold(source)) + kept);
    }

    void inLoops(CompletableFuture<String> source) {
        for (int i = 0; i < 3; hot(source)) { // AJ102
            i++;
        }
        if (source.isDone())
            hot(source); // AJ102
    }

    CompletableFuture<String> used(CompletableFuture<String> source) {
        kept = hot(source);
        CompletableFuture<String> local = hot(source);
        hot(source).thenAccept(text -> { });
        cold(source).toString();
        return local;
    }

    @SuppressWarnings("async")
    void suppressed(CompletableFuture<String> source) {
        cold(source); // AJ102 suppressed
        @SuppressWarnings("unused")
        Runnable lambda = () -> hot(source); // AJ102 suppressed
    }

    void suppressedAtVariable(CompletableFuture<String> source) {
        @SuppressWarnings("AJ102")
        Runnable lambda = () -> hot(source); // AJ102 suppressed
        hot(source); // AJ102
    }
}
