package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** synchronized (this) { if (c) x = 1; } before and after an await. HARD_CASES 101. */
public class SynchronizedThisAroundAwaits {
    private int x;

    @Async
    public static Coroutine<Integer> run(Env env) {
        SynchronizedThisAroundAwaits self = new SynchronizedThisAroundAwaits();
        return Coroutine.of(await(self.changed(env, true)) + await(self.changed(env, false)));
    }

    @Async
    Coroutine<Integer> changed(Env env, boolean c) {
        synchronized (this) {
            if (c) {
                x = 1;
            }
        }
        int more = await(env.async(10));
        synchronized (this) {
            if (!c) {
                x += more;
            } else {
                x = -x;
            }
        }
        env.log(Thread.holdsLock(this));
        await(env.async(x));
        synchronized (SynchronizedThisAroundAwaits.class) {
            for (int i = 0; i < 3; i++) {
                x++;
            }
        }
        return Coroutine.of(x);
    }
}
