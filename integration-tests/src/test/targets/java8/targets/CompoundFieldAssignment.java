package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** x.field += await(y); counter[i++] += await(z). HARD_CASES 18. */
public class CompoundFieldAssignment {
    private static long total = 1;
    private int field = 10;
    private String text = "t";
    private CompoundFieldAssignment next;

    @Async
    public static Coroutine<String> run(Env env) {
        CompoundFieldAssignment first = new CompoundFieldAssignment();
        first.next = new CompoundFieldAssignment();
        first.field += await(env.async(5));
        first.next.field *= await(env.async(3)) + await(first.bump(env));
        first.text += await(env.async("x")) + first.text;
        total = 1;
        total += await(env.async(1L << 40));
        int i = 0;
        int[] counter = {1, 2, 3};
        counter[i++] += await(env.async(100));
        counter[i++] <<= await(env.async(2));
        int got = counter[i]++ + await(env.async(i)) + --counter[i];
        env.log(counter, got, i);
        return Coroutine.of(first.field + " " + first.next.field + first.text + total);
    }

    @Async
    Coroutine<Integer> bump(Env env) {
        int old = field++;
        this.field -= await(env.async(old));
        return Coroutine.of(field);
    }
}
