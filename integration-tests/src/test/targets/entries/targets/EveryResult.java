package targets;

import static org.asyncjava.Await.await;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.AsyncEntry;
import org.asyncjava.it.harness.Env;

/** An entry point may return anything, after an await that suspends, after one that does not, and without any. */
public class EveryResult {
    static int field;

    public static CompletableFuture<String> run(Env env) {
        env.log(yes(env), letter(env), tiny(env), small(env), whole(env), big(env), single(env), twice(env));
        env.log(minimum(), maximum(), nan(), noWait());
        nothing(env);
        nothingAwaited();
        env.log(field);
        env.log(text(env), number(env), list(env), array(env), ints(env), matrix(env), nullText(env), either(env, true), either(env, false));
        env.log(future(env).isDone(), future(env) == future(env), generic(env, "x").length());
        env.log(last(env, "a", "b"), last(env), wide(env, 1L, 2.0, 3, "four"));
        return CompletableFuture.completedFuture("end");
    }

    @AsyncEntry
    static boolean yes(Env env) {
        return await(env.async(1)) == 1;
    }

    @AsyncEntry
    static char letter(Env env) {
        return (char) ('a' + await(env.async(1)));
    }

    @AsyncEntry
    static byte tiny(Env env) {
        return (byte) (300 + await(env.async(1)));
    }

    @AsyncEntry
    static short small(Env env) {
        return (short) (70_000 + await(env.async(1)));
    }

    @AsyncEntry
    static int whole(Env env) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += await(env.async(i));
        }
        return sum;
    }

    @AsyncEntry
    static long big(Env env) {
        return (1L << 40) + await(env.async(1));
    }

    @AsyncEntry
    static float single(Env env) {
        return 0.5f + await(env.async(1));
    }

    @AsyncEntry
    static double twice(Env env) {
        return 0.25 + await(env.async(1));
    }

    @AsyncEntry
    static int minimum() {
        return Integer.MIN_VALUE;
    }

    @AsyncEntry
    static long maximum() {
        return Long.MAX_VALUE;
    }

    @AsyncEntry
    static double nan() {
        return Double.NaN;
    }

    @AsyncEntry
    static String noWait() {
        return "none";
    }

    @AsyncEntry
    static void nothing(Env env) {
        if (env.chance(1)) {
            field = await(env.async(1));
            return;
        }
        field = 99;
    }

    @AsyncEntry
    static void nothingAwaited() {
        field++;
    }

    @AsyncEntry
    static String text(Env env) {
        return "a" + await(env.async("b")) + "c";
    }

    @AsyncEntry
    static Number number(Env env) {
        return await(env.async(1)) + await(env.async(2));
    }

    @AsyncEntry
    static List<String> list(Env env) {
        return Arrays.asList(await(env.async("p")), await(env.async("q")));
    }

    @AsyncEntry
    static String[] array(Env env) {
        return new String[] {"x", await(env.async("y"))};
    }

    @AsyncEntry
    static int[] ints(Env env) {
        return new int[] {await(env.async(7)), 8};
    }

    @AsyncEntry
    static long[][] matrix(Env env) {
        return new long[][] {{await(env.async(1L))}, {}};
    }

    @AsyncEntry
    static String nullText(Env env) {
        await(env.async(1));
        return null;
    }

    @AsyncEntry
    static String either(Env env, boolean first) {
        return first ? await(env.async("first")) : "second";
    }

    private static final CompletableFuture<String> PENDING = new CompletableFuture<>();

    /** Returned as it is. */
    @AsyncEntry
    static CompletableFuture<String> future(Env env) {
        await(env.async(1));
        return PENDING;
    }

    @AsyncEntry
    static <T extends CharSequence> T generic(Env env, T value) {
        return await(env.async(value));
    }

    @AsyncEntry
    static String last(Env env, String... words) {
        return words.length + await(env.async("!"));
    }

    @AsyncEntry
    static String wide(Env env, long first, double second, int third, Object fourth) {
        String text = first + await(env.async("-")) + second;
        return text + await(env.async("-")) + third + fourth;
    }
}
