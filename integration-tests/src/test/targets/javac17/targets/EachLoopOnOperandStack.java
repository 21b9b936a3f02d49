package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;

/** A loop in a switch expression stands on operands, which Eclipse's compiler gets wrong by itself. */
public class EachLoopOnOperandStack {
    record Pair(long left, Object right) {
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String text = "";
        for (var x : each(numbers(env, 4))) {
            text += switch (x % 3) {
                case 0 -> {
                    for (int y : each(numbers(env, 5))) {
                        if (await(env.async(y)) == 3) {
                            break;
                        }
                        if (y == 1) {
                            continue;
                        }
                        text += y;
                    }
                    yield "yielded " + x;
                }
                default -> x;
            };
            env.log(new Pair(x * 2L + await(env.async(1L)), switch (x) {
                case 1 -> {
                    outer:
                    for (long a : each(longs(env))) {
                        for (int b : each(numbers(env, 3))) {
                            if (a + b == 3) {
                                break outer;
                            }
                            if (b == 1) {
                                continue outer;
                            }
                        }
                    }
                    yield text;
                }
                default -> "other";
            }).right());
        }
        return Coroutine.of(text);
    }

    @Async
    static AsyncIterable<Integer> numbers(Env env, int n) {
        try {
            for (int i = 0; i < n; i++) {
                emit(i);
            }
        } finally {
            env.log("closed ", await(env.async(n)));
        }
        return end();
    }

    @Async
    static AsyncIterable<Long> longs(Env env) {
        for (long i = 0; i < 4; i++) {
            emit(await(env.async(i)));
        }
        return end();
    }
}
