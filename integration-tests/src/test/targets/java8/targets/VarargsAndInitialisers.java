package targets;

import static org.asyncjava.Await.await;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits in varargs and array initialisers; a lambda that captures before an await. HARD_CASES 23. */
public class VarargsAndInitialisers {
    static String join(String first, Object... rest) {
        return first + Arrays.toString(rest);
    }

    static int apply(IntUnaryOperator operator, int operand) {
        return operator.applyAsInt(operand);
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String joined = join(await(env.async("first")), 1, await(env.async(2L)), "three", await(env.async('4')));
        int[] numbers = {1, await(env.async(2)), env.value(3), await(env.async(4))};
        String[][] deep = {{await(env.async("a"))}, {"b", await(env.async("c"))}, {}};
        List<String> list = Arrays.asList(await(env.async("d")), await(env.async("e")));
        int base = 5;
        int applied = apply(x -> x * base, await(env.async(6)));
        Supplier<String> supplier = () -> joined + base;
        await(env.async(7));
        env.log(numbers, deep, list);
        return Coroutine.of(supplier.get() + applied);
    }
}
