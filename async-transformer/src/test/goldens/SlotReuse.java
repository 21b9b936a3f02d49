import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Two variables of different types have one slot, one after the other. */
class SlotReuse {
    @Async
    static Coroutine<String> run(Coroutine<Integer> step) {
        String text = "";
        {
            int number = 1;
            number += await(step);
            text += number;
        }
        {
            String word = "w";
            text += await(step) + word;
        }
        return Coroutine.of(text);
    }
}
