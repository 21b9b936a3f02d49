import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** Issue 13: a loop inside of async code, where an await is meant. */
class RunInAsync {
    @Async
    Coroutine<String> name(Coroutine<String> source) {
        return Coroutine.of(await(source));
    }

    @Async
    Coroutine<String> nested(Coroutine<String> source) {
        await(source);
        String name = run(name(source)); // AJ103 typed
        return Coroutine.of(name + Coroutines.run(name(source))); // AJ103 typed
    }

    @Async
    Coroutine<Runnable> later(Coroutine<String> source) {
        await(source);
        return Coroutine.of(() -> run(name(source)));
    }

    String outside(Coroutine<String> source) {
        return run(name(source));
    }
}
