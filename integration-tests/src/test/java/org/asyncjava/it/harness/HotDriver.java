package org.asyncjava.it.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.asyncjava.runtime.Coroutine;

/** Drives coroutines where there is no event loop: a hot method awaits them. */
final class HotDriver {
    private static final String SOURCE = """
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            import org.asyncjava.Await;
            import org.asyncjava.runtime.Coroutine;

            public class HotMethod {
                @Async
                public static CompletableFuture<Object> awaiting(Coroutine<?> coroutine) {
                    return CompletableFuture.completedFuture(Await.await(coroutine));
                }
            }
            """;

    private HotDriver() {
    }

    /**
     * What a program returned, as a stage.
     *
     * @param returned a stage, or a coroutine, which is started
     * @return the stage
     */
    static CompletionStage<?> stage(Object returned) {
        if (returned instanceof CompletionStage<?> stage) {
            return stage;
        }
        try {
            return (CompletionStage<?>) Transformed.AWAITING.invoke(null, returned);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static final class Transformed {
        static final Method AWAITING = method();

        private static Method method() {
            Build build = Build.of(Map.of("HotMethod.java", SOURCE), Dialect.of(17, "-g"));
            try {
                return ProgramLoader.of(build.transformed()).loadClass("HotMethod").getMethod("awaiting", Coroutine.class);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
