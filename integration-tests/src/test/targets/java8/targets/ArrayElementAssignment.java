package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** a[i()][j()] = await(f()): order of evaluation, and when null and index exceptions are thrown. HARD_CASES 17. */
public class ArrayElementAssignment {
    @Async
    public static Coroutine<String> run(Env env) {
        String[][] table = new String[2][2];
        table[env.value(1)][env.value(0)] = await(env.async("set"));
        String result = table[1][0];
        try {
            table[env.value(5)][env.value(0)] = await(env.async("never asked for"));
        } catch (ArrayIndexOutOfBoundsException e) {
            result += " first index";
        }
        try {
            table[0][env.value(7)] = await(env.async("asked for"));
        } catch (ArrayIndexOutOfBoundsException e) {
            result += " second index";
        }
        String[] none = null;
        try {
            none[env.value(3)] = await(env.async("asked for as well"));
        } catch (NullPointerException e) {
            result += " null";
        }
        Object[] strict = new String[1];
        try {
            strict[0] = await(env.async((Object) 1));
        } catch (ArrayStoreException e) {
            result += " store";
        }
        return Coroutine.of(result + table[0][1]);
    }
}
