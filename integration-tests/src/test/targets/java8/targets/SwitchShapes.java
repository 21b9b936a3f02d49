package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** switch on strings, enums and numbers with fall-through and awaits in the cases. HARD_CASES 61. */
public class SwitchShapes {
    enum Step { FIRST, SECOND, THIRD }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (String text : new String[] {"Aa", "BB", "c", "none"}) {
            switch (text) {
                case "Aa":
                    result += await(env.async("first"));
                case "BB":
                    result += await(env.async("second"));
                    break;
                case "c": {
                    long scoped = 3L;
                    result += scoped + await(env.async("third"));
                    break;
                }
                default:
                    result += "default";
            }
        }
        for (Step step : Step.values()) {
            switch (step) {
                case FIRST:
                    result += await(env.async(1));
                    continue;
                case SECOND:
                    result += await(env.async(2));
                default:
                    result += await(env.async(3));
            }
            result += ";";
        }
        for (int i : new int[] {-1000000, 0, 1, 2, 1000000}) {
            int kept = i * 2;
            switch (i) {
                case -1000000:
                    result += await(env.async("low"));
                    break;
                case 1000000:
                    return Coroutine.of(result + await(env.async("high")) + kept);
                case 1:
                    kept += await(env.async(100));
                case 2:
                    result += kept;
                    break;
                default:
                    result += "d";
            }
        }
        return Coroutine.of("not reached");
    }
}
