package retention;

import static org.asyncjava.Await.await;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** One situation per method: at the await in it, "gone" is no longer used, and "kept" still is. HARD_CASES 79. */
public class Situations {
    private final Map<String, WeakReference<Object>> references;

    private Situations(Map<String, WeakReference<Object>> references) {
        this.references = references;
    }

    private static <T> T made(Map<String, WeakReference<Object>> references, String name, T object) {
        references.put(name, new WeakReference<>(object));
        return object;
    }

    private static String text(Object one, Object two) {
        return one.getClass() + " " + two;
    }

    @Async
    public static Coroutine<String> deadLocal(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        Object gone = made(references, "gone", new Object());
        Object kept = made(references, "kept", new Object());
        String text = gone.getClass() + "";
        text += await(operand);
        return Coroutine.of(text(kept, text));
    }

    @Async
    public static Coroutine<String> overwrittenLocal(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        Object variable = made(references, "gone", new Object());
        String text = variable.getClass() + "";
        variable = made(references, "kept", new Object());
        text += await(operand);
        return Coroutine.of(text(variable, text));
    }

    @Async
    public static Coroutine<String> localOverwrittenAfterTheAwait(Map<String, WeakReference<Object>> references,
            CompletableFuture<String> operand) {
        Object kept = made(references, "kept", new Object());
        Object variable = made(references, "gone", new Object());
        String text = variable.getClass() + "" + await(operand);
        variable = kept;
        return Coroutine.of(text(variable, text));
    }

    @Async
    public static Coroutine<String> catchParameter(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        Object kept = made(references, "kept", new Object());
        String text;
        try {
            throw made(references, "gone", new IllegalStateException("caught"));
        } catch (IllegalStateException failure) {
            text = failure.getMessage();
            text += await(operand);
        }
        return Coroutine.of(text(kept, text));
    }

    @Async
    public static Coroutine<String> loopVariable(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        Object kept = made(references, "kept", new Object());
        String text = "";
        for (int i = 0; i < 3; i++) {
            Object variable = made(references, "gone", new Object());
            text += variable.getClass();
        }
        text += await(operand);
        return Coroutine.of(text(kept, text));
    }

    @Async
    public static Coroutine<String> elementOfTheLoopBefore(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        String text = "";
        Object kept = made(references, "kept", new Object());
        for (String name : List.of("gone", "last")) {
            Object element = made(references, name, new Object());
            text += name.equals("last") ? await(operand) : "";
            text += element.getClass();
        }
        return Coroutine.of(text(kept, text));
    }

    @Async
    public static Coroutine<String> stackValueThatWasTaken(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        String text = text(made(references, "gone", new Object()), "") + text(made(references, "kept", new Object()), await(operand));
        return Coroutine.of(text);
    }

    @Async
    public static Coroutine<String> operandThatWasAwaited(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        Object kept = made(references, "kept", new Object());
        String text = await(made(references, "gone", operand.thenApply(value -> value)));
        text += await(made(references, "second", new CompletableFuture<String>()));
        return Coroutine.of(text(kept, text));
    }

    @Async
    private Coroutine<String> instance(CompletableFuture<String> operand) {
        made(references, "kept", this);
        Object gone = made(references, "gone", new Object());
        String text = gone.getClass() + await(operand);
        return Coroutine.of(text);
    }

    public static Coroutine<String> thisUntilTheCallCompletes(Map<String, WeakReference<Object>> references,
            CompletableFuture<String> operand) {
        return new Situations(references).instance(operand);
    }

    @Async
    private static Coroutine<String> called(Map<String, WeakReference<Object>> references, Object argument, CompletableFuture<String> operand) {
        Object kept = made(references, "kept", new Object());
        String text = argument.getClass() + await(operand);
        return Coroutine.of(text(kept, text));
    }

    @Async
    public static Coroutine<String> argumentOfACall(Map<String, WeakReference<Object>> references, CompletableFuture<String> operand) {
        String text = await(called(references, made(references, "gone", new Object()), operand));
        return Coroutine.of(text);
    }
}
