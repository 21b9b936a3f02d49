import static org.asyncjava.Await.await;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** An array that is being filled lies on the stack twice, with its index. */
class VarargsAndInitialisers {
    @Async
    static Coroutine<List<String>> run(Coroutine<String> step) {
        return Coroutine.of(List.of(await(step), "b", await(step)));
    }

    @Async
    static Coroutine<int[]> numbers(Coroutine<Integer> step) {
        return Coroutine.of(new int[] {await(step), 2, await(step)});
    }
}
