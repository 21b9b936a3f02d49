import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Each.each;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;

/** A loop that is left by break and by a return through finally: the source is closed between the finally inside and the one outside. */
class EachLoopOrder {
    private int left;

    @Async
    Coroutine<Integer> sum(AsyncIterable<Integer> source, CompletableFuture<Integer> price) {
        int sum = 0;
        for (int each : each(source)) {
            if (each < 0) {
                break;
            }
            sum += each * await(price);
        }
        return Coroutine.of(sum);
    }

    @Async
    Coroutine<String> first(AsyncIterable<String> source, CompletableFuture<String> prefix) {
        try {
            for (String each : each(source)) {
                try {
                    if (each.startsWith(await(prefix))) {
                        return Coroutine.of(each);
                    }
                } finally {
                    left++;
                }
            }
        } finally {
            left--;
        }
        return Coroutine.of(null);
    }
}
