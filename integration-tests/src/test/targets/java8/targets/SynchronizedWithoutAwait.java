package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** synchronized blocks without an await, before, between and after awaits, with exceptions inside. HARD_CASES 40, 41. */
public class SynchronizedWithoutAwait {
    private final Object lock = new Object();
    private int counter;

    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(new SynchronizedWithoutAwait().counted(env)));
    }

    @Async
    Coroutine<String> counted(Env env) {
        String result = "";
        synchronized (lock) {
            counter++;
        }
        int more = await(env.async(2));
        synchronized (lock) {
            synchronized (this) {
                counter += more;
                result += Thread.holdsLock(lock) + " " + Thread.holdsLock(this);
            }
        }
        try {
            synchronized (lock) {
                counter += 10;
                throw new IllegalStateException("inside");
            }
        } catch (IllegalStateException e) {
            result += e.getMessage() + Thread.holdsLock(lock) + await(env.async("caught"));
        }
        Runnable locking = () -> {
            synchronized (lock) {
                counter += 100;
            }
        };
        await(env.async(0));
        locking.run();
        synchronized (lock) {
            return Coroutine.of(result + counter);
        }
    }
}
