import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A switch as an operand: javac stores what lies on the stack when a case has a block. */
class SwitchExpressions {
    @Async
    static Coroutine<Integer> run(int word, Coroutine<Integer> step) {
        return Coroutine.of(1 + switch (word) {
            case 1 -> await(step);
            case 2 -> {
                int twice = await(step);
                yield twice + await(step);
            }
            default -> 0;
        });
    }
}
