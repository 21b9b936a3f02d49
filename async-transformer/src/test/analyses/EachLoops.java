import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What becomes of loops over elements that are waited for. The last events of the line of a {@code for} close its source when something fails. */
class EachLoops {
    @Async
    static Coroutine<Integer> overAnIterable(AsyncIterable<Integer> source) {
        int sum = 0;
        for (int each : each(source)) { // normal: iterator, advance, await, booleanValue, current, intValue, closeAsync, await, drop, suppress; copied: no
            sum += each;
        }
        return Coroutine.of(sum); // normal: valueOf, of, return
    }

    @Async
    static Coroutine<Void> overAnIterator(AsyncIterator<Integer> source) {
        for (Integer each : each(source)) { // normal: iterator, advance, await, booleanValue, current, closeAsync, await, drop, suppress
            each.byteValue();
        }
        return Coroutine.done(); // normal: done, return
    }

    @Async
    static Coroutine<Void> left(AsyncIterable<Integer> source, int way) {
        for (Integer each : each(source)) {
            if (each == way) {
                break; // normal: closeAsync, await, drop; copied: no
            }
            if (each > way) {
                return Coroutine.done(); // normal: done, closeAsync, await, drop, return
            }
        }
        return Coroutine.done(); // normal: done, return
    }
}
