package targets;

import static org.asyncjava.Await.await;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Who walks the stack, as loggers do, finds the method that was written, before and after a suspension. HARD_CASES 54. */
public class StackWalks {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Notes who is said to have logged. */
    private static class Notes extends Handler {
        private final Env env;

        Notes(Env env) {
            this.env = env;
        }

        @Override
        public void publish(LogRecord record) {
            env.log(record.getMessage(), " by ", record.getSourceClassName(), ".", record.getSourceMethodName());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String before = caller();
        String after = await(env.async("after ")) + caller();
        return Coroutine.of(before + after + await(logged(env)) + await(new StackWalks().ofObject(env)));
    }

    private static String caller() {
        String method = WALKER.walk(frames -> frames.skip(1).findFirst()).get().getMethodName();
        return WALKER.getCallerClass().getSimpleName() + "." + method + " ";
    }

    @Async
    private Coroutine<String> ofObject(Env env) {
        return Coroutine.of(caller() + await(env.async("object ")) + caller());
    }

    @Async
    private static Coroutine<String> logged(Env env) {
        String name = "targets.StackWalks" + System.identityHashCode(env);
        Logger logger = Logger.getLogger(name);
        logger.setUseParentHandlers(false);
        logger.addHandler(new Notes(env));
        System.Logger system = System.getLogger(name);
        logger.info("first");
        system.log(System.Logger.Level.INFO, "second");
        logger.info(await(env.async("third")));
        system.log(System.Logger.Level.INFO, await(env.async("fourth")));
        return Coroutine.of(logger.getName().equals(system.getName()) + " ");
    }
}
