import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Loops within a loop, with continue and break of the outer one. */
class LoopShapes {
    @Async
    static Coroutine<Integer> run(Coroutine<Integer> step, int limit) {
        int sum = 0;
        outer:
        for (int i = 0; i < limit; i++) {
            do {
                int value = await(step);
                if (value == 0) {
                    continue outer;
                }
                sum += value;
            } while (sum < i);
            while (sum > limit) {
                if (await(step) < 0) {
                    break outer;
                }
            }
        }
        return Coroutine.of(sum);
    }
}
