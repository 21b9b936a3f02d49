package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** while (true) with await and break, do-while, labelled continue across awaits. HARD_CASES 57. */
public class LoopShapes {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        int i = 0;
        while (true) {
            i += await(env.async(1));
            if (i > 3) {
                break;
            }
            if (i == 2) {
                continue;
            }
            result += i;
        }
        do {
            result += await(env.async("d"));
        } while (--i > 0);
        outer:
        for (int a = 0;; a++) {
            inner:
            while (await(env.async(a < 4))) {
                for (int b = await(env.async(0)); b < 4; b++) {
                    if (b == a) {
                        continue outer;
                    }
                    if (await(env.async(b)) == 2) {
                        break inner;
                    }
                    result += a + b;
                }
            }
            if (a > 2) {
                break;
            }
        }
        block: {
            if (await(env.async(true))) {
                break block;
            }
            result += "not reached";
        }
        return Coroutine.of(result);
    }
}
