import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A long and a double on the operand stack, under an int and a reference. */
class WideStackValues {
    @Async
    static Coroutine<String> run(Coroutine<Integer> step, long left, double right) {
        return Coroutine.of(text(left, right, 3, "four", await(step)));
    }

    static String text(long first, double second, int third, String fourth, int fifth) {
        return first + fourth + second + third + fifth;
    }
}
