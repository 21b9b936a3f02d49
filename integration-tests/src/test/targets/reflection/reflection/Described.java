package reflection;

import static org.asyncjava.Await.await;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A method with everything that reflection can tell of it. HARD_CASES 53, 54. */
public class Described {
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.PARAMETER})
    public @interface Named {
        String value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Checked {
    }

    @Async
    @Named("method")
    @Deprecated
    protected final <T extends Comparable<T>> @Checked Coroutine<List<? super T>> described(@Named("first") T first,
            final @Checked List<@Checked String> second, CompletableFuture<List<? super T>> operand) throws IOException, IllegalStateException {
        return Coroutine.of(await(operand));
    }

    public void plain() {
    }
}
