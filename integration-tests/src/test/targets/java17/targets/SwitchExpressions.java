package targets;

import static org.asyncjava.Await.await;

import java.util.Arrays;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** switch expressions that yield awaited results over a stack that is not empty. HARD_CASES 24. */
public class SwitchExpressions {
    enum Size { SMALL, LARGE }

    static String join(Object... parts) {
        return Arrays.toString(parts);
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int i = 0; i < 4; i++) {
            int base = i * 10;
            result += base + switch (i) {
                case 0 -> await(env.async(1));
                case 1 -> {
                    int inner = await(env.async(2));
                    try {
                        inner += await(env.async(3));
                        if (inner > 4) {
                            yield inner + await(env.async(4));
                        }
                    } finally {
                        env.log("finally in switch ", inner);
                    }
                    yield 0;
                }
                case 2 -> env.value(5);
                default -> base + await(env.async(6));
            };
            Size size = i % 2 == 0 ? Size.SMALL : Size.LARGE;
            result += join("first", await(env.async(i)), switch (size) {
                case SMALL -> await(env.async("small"));
                case LARGE -> switch (await(env.async("key" + i))) {
                    case "key1" -> await(env.async('k'));
                    default -> 3.5;
                };
            }, "last");
        }
        return Coroutine.of(result);
    }
}
