import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Each.each;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What becomes of loops over elements that are waited for, and where they are closed. A line's last events close the loop that fails. */
class EachLoops {
    @Async
    static Coroutine<Integer> toItsEnd(AsyncIterable<Integer> source) {
        int sum = 0;
        for (int each : each(source)) { // normal: iterator, advance, await, booleanValue, current, intValue, closeAsync, await, suppress
            sum += each;
        }
        return Coroutine.of(sum); // normal: valueOf, of, return
    }

    @Async
    static Coroutine<Void> overAnIterator(AsyncIterator<Integer> source) {
        for (Integer each : each(source)) { // normal: iterator, advance, await, booleanValue, current, closeAsync, await, suppress
            each.byteValue();
        }
        return Coroutine.done();
    }

    @Async
    static Coroutine<Void> left(AsyncIterable<Integer> source, int way) {
        outer:
        for (Integer a : each(source)) {
            for (Integer b : each(source)) {
                if (b == way) {
                    break; // normal: closeAsync, await
                }
                if (a == way) {
                    break outer; // normal: closeAsync, await, closeAsync, await
                }
                if (a + b == way) {
                    continue outer; // normal: closeAsync, await
                }
                if (a - b == way) {
                    continue;
                }
                if (a * b == way) {
                    return Coroutine.done(); // normal: done, closeAsync, await, closeAsync, await, return
                }
            }
        }
        return Coroutine.done(); // normal: done, return
    }

    @Async
    static CompletableFuture<String> returnedThroughFinally(AsyncIterable<String> source) {
        try {
            for (String each : each(source)) {
                try {
                    return CompletableFuture.completedFuture(each); // normal: completedFuture
                } finally {
                    each.trim(); // normal: trim, closeAsync, await, trim
                }
            }
        } finally {
            source.hashCode(); // normal: hashCode, return, hashCode, hashCode
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static Coroutine<Void> jumpOnACondition(AsyncIterable<Boolean> source) {
        for (Boolean each : each(source)) { // normal: iterator, advance, await, booleanValue, current, closeAsync, await, suppress
            if (each.booleanValue()) { // normal: booleanValue, closeAsync, await
                break;
            }
        }
        return Coroutine.done();
    }
}
