package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Unnamed variables and patterns, flexible constructor bodies beside awaits. HARD_CASES 24. */
public class UnnamedVariables {
    record Pair(Object left, Object right) {
    }

    static class Checked {
        final int number;

        Checked(int number) {
            if (number < 0) {
                throw new IllegalArgumentException("negative");
            }
            super();
            this.number = number;
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (Object object : new Object[] {new Pair(1, "x"), new Pair("y", 2), "z"}) {
            result += switch (object) {
                case Pair(Integer number, _) -> number + await(env.async(10));
                case Pair(String text, var _) when await(env.async(true)) -> text + await(env.async("p"));
                case Pair _ -> "pair";
                default -> await(env.async("default"));
            };
        }
        for (var _ : new int[2]) {
            result += await(env.async("_"));
        }
        try {
            result += new Checked(await(env.async(3))).number;
            new Checked(await(env.async(-1)));
        } catch (IllegalArgumentException _) {
            result += await(env.async("caught"));
        }
        return Coroutine.of(result);
    }
}
