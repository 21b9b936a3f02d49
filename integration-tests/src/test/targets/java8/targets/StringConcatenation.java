package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Strings built from several awaits. HARD_CASES 19. */
public class StringConcatenation {
    @Async
    public static Coroutine<String> run(Env env) {
        String name = "n";
        String text = "a" + await(env.async("b")) + 'c' + await(env.async(4)) + name + 5L + await(env.async(6.5)) + null;
        text += name + await(env.async("d")) + text.length();
        char c = 'x';
        long wide = 1L << 40;
        String mixed = c + wide + await(env.async("e")) + (c + 1) + wide;
        return Coroutine.of(text + mixed + ("" + await(env.async((String) null))));
    }
}
