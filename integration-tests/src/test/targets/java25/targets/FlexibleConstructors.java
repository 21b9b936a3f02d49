package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Constructors with statements before {@code super(...)}, called with arguments that await. HARD_CASES 15. */
public class FlexibleConstructors {
    static class Base {
        final String text;

        Base(Env env, String text) {
            this.text = text;
            env.log("base sees ", describe());
        }

        String describe() {
            return "base";
        }
    }

    static class Checked extends Base {
        final int number;

        Checked(Env env, String text, int number) {
            if (number < 0) {
                throw new IllegalArgumentException("negative " + number);
            }
            this.number = number;
            String trimmed = text.trim();
            env.log("before super ", trimmed);
            super(env, trimmed);
        }

        @Override
        String describe() {
            return "number " + number;
        }

        @Async
        Coroutine<String> joined(Env env) {
            String suffix = await(env.async("!"));
            return Coroutine.of(text + number + suffix);
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int i = 1; i > -2; i--) {
            try {
                Checked made = new Checked(env, await(env.async(" text ")), await(env.async(i)));
                result += await(made.joined(env)) + new Checked(env, result, await(env.async(i + 1))).text;
            } catch (IllegalArgumentException refused) {
                result += await(env.async(refused.getMessage()));
            }
        }
        return Coroutine.of(result);
    }
}
