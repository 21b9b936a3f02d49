package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Two-dimensional arrays, arrays of type parameters, arrays of inner classes. HARD_CASES 6. */
public class ArraysOfArrays {
    class Inner {
        final int number;

        Inner(int number) {
            this.number = number;
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        int[][] grid = new int[2][3];
        grid[1][2] = await(env.async(7));
        grid[0] = await(env.async(new int[] {1, 2}));
        grid[0][1] += await(env.async(10));
        env.log((Object) grid);
        String[] generic = await(last(env, new String[][] {{"x"}, {"y", "z"}}));
        return Coroutine.of(generic[1] + await(new ArraysOfArrays().inner(env)));
    }

    @Async
    static <T> Coroutine<T> last(Env env, T[] elements) {
        T[] kept = elements;
        int index = await(env.async(elements.length - 1));
        return Coroutine.of(kept[index]);
    }

    @Async
    Coroutine<Integer> inner(Env env) {
        Inner[] all = {new Inner(await(env.async(1))), new Inner(2)};
        Inner[][] deep = {all, all};
        int index = await(env.async(1));
        return Coroutine.of(deep[index][index].number + all[0].number);
    }
}
