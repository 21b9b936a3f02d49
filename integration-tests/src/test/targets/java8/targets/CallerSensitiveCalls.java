package targets;

import static org.asyncjava.Await.await;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Calls that look at their caller: Class.forName, MethodHandles.lookup. HARD_CASES 54. */
public class CallerSensitiveCalls {
    private static String secret(int number) {
        return "secret " + number;
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String name = await(env.async("targets.CallerSensitiveCalls"));
        Class<?> self;
        MethodHandle handle;
        try {
            self = Class.forName(name);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            env.log(lookup.lookupClass(), " ", self == CallerSensitiveCalls.class);
            handle = lookup.findStatic(self, "secret", MethodType.methodType(String.class, int.class));
            int number = await(env.async(7));
            String told = (String) handle.invokeExact(number);
            String again = (String) handle.invokeExact((int) await(env.async(8)));
            return Coroutine.of(told + again);
        } catch (Throwable e) {
            return Coroutine.of("failed " + e);
        }
    }
}
