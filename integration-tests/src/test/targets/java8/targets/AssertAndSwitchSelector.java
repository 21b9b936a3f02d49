package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;
import org.asyncjava.runtime.Coroutine;

/** Awaits in assert, in a switch selector, in conditions of loops. HARD_CASES 21. */
@Prints({"async true", "async false", "async told", "async 2", "async b", "async true", "async true", "async false", "async 3", "async 4",
    "async 0", "async 2", "async 1", "async 2", "async 1", "async 2", "returned toldthreeB014"})
public class AssertAndSwitchSelector {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        assert await(env.async(true)) : await(env.async("never"));
        try {
            assert await(env.async(false)) : await(env.async("told"));
        } catch (AssertionError e) {
            result += e.getMessage();
        }
        switch (await(env.async(2)) + 1) {
            case 1:
                result += "one";
                break;
            case 3:
                result += "three";
                break;
            default:
                result += "other";
        }
        switch (await(env.async("b"))) {
            case "a":
                result += "A";
                break;
            case "b":
                result += "B";
                break;
            default:
                break;
        }
        int i = 0;
        while (await(env.async(i < 2))) {
            i++;
        }
        do {
            i++;
        } while (await(env.async(i)) < 4);
        for (int j = await(env.async(0)); j < await(env.async(2)); j += await(env.async(1))) {
            result += j;
        }
        return Coroutine.of(result + i);
    }
}
