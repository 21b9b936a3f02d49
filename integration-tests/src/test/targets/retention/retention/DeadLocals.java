package retention;

import static org.asyncjava.Await.await;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Leaves weak references to what a suspended method no longer uses, and to what it still does. HARD_CASES 79. */
public class DeadLocals {
    private static Object made(Map<String, WeakReference<Object>> references, String name) {
        Object object = new Object();
        references.put(name, new WeakReference<>(object));
        return object;
    }

    private static String pair(Object one, Object two) {
        return one.getClass() + "" + two;
    }

    @Async
    public static Coroutine<String> run(Map<String, WeakReference<Object>> references, Object parameter, CompletableFuture<String> first,
            CompletableFuture<String> second) {
        references.put("dead parameter", new WeakReference<>(parameter));
        Object dead = made(references, "dead at the first");
        Object once = made(references, "live at the first");
        Object twice = made(references, "live at both");
        String used = dead.toString() + parameter;
        String text = used.isEmpty() ? "" : pair(made(references, "stack at the first"), await(first));
        text += once.getClass();
        Object later = made(references, "made after the first");
        text += later.getClass();
        later = null;
        text += await(second);
        return Coroutine.of(text + twice.getClass());
    }
}
