import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** HARD_CASES 1, 2, 98: the constant null is made again; a field that holds several types is Object. */
class NullAndMixedTypes {
    static String join(String a, int b, String c) {
        return a + b + c;
    }

    @Async
    static CompletableFuture<String> mixed(CompletableFuture<String> f, boolean c) {
        String later = null;
        long wide = 5;
        await(f);
        later = join(null, c ? 1 : 2, await(f));
        Integer number = later.length();
        await(f);
        return CompletableFuture.completedFuture(number + "" + wide);
    }
}
