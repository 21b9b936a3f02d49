package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;

/** A switch expression that emits stands among operands: of arithmetic, concatenations, calls, constructors and arrays. */
public class EmitOnOperandStack {
    record Pair(long left, Object right) {
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String text = "";
        for (Object x : plain(env, 3)) {
            env.log(x);
        }
        for (var x : each(async(env, 3))) {
            text += x + await(env.async(" "));
        }
        return Coroutine.of(text);
    }

    @Generator
    static Iterable<Object> plain(Env env, int n) {
        long sum = n * 2L + switch (n) {
            case 3 -> {
                emit("in arithmetic");
                yield n + 1;
            }
            default -> 0;
        };
        String text = "a" + sum + new Pair(sum + 1, new Object[] {sum, switch (n & 1) {
            case 1 -> {
                emit("in an array");
                emit("twice");
                yield 2.5;
            }
            default -> null;
        }, "b"}).left() + switch (text(n)) {
            case "3" -> {
                emit("in a concatenation");
                yield 'c';
            }
            default -> 'd';
        };
        emit(text);
        return end();
    }

    static String text(int n) {
        return String.valueOf(n);
    }

    @Async
    static AsyncIterable<Object> async(Env env, int n) {
        long sum = n * 2L + switch (await(env.async(n))) {
            case 3 -> {
                emit("in arithmetic");
                yield n + await(env.async(1));
            }
            default -> 0;
        };
        Pair pair = new Pair(sum + await(env.async(1)), new Object[] {sum, switch (n & 1) {
            case 1 -> {
                emit("in an array");
                emit(await(env.async("twice")));
                yield 2.5;
            }
            default -> null;
        }, new Pair(4L, switch (n) {
            case 3 -> {
                emit("in two constructors");
                yield await(env.async("deep"));
            }
            default -> "shallow";
        })});
        emit(pair.left() + ((Object[]) pair.right()).length + ((Object[]) pair.right())[2].toString());
        return end();
    }
}
