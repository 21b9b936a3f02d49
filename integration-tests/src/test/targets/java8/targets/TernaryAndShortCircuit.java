package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits in the arms of ternaries and in short-circuit operators. HARD_CASES 21. */
public class TernaryAndShortCircuit {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int i = 0; i < 4; i++) {
            int arm = (i & 1) == 0 ? await(env.async(i * 10)) : i > 2 ? -1 : await(env.async(i * 20));
            boolean and = i > 0 && await(env.async(i > 1)) && env.value(true);
            boolean or = i > 2 || await(env.async(i == 1)) || !await(env.async(and));
            if (!(and || await(env.async(false))) && (or || await(env.async(true)))) {
                result += "*";
            }
            Object boxed = await(env.async(or)) ? await(env.async(1)) : "text";
            result += "[" + arm + and + or + boxed + (i == 3 ? await(env.async("end")) : "") + "]";
        }
        return Coroutine.of(result);
    }
}
