package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Two questions asked at the same time. */
public final class Main {
    private Main() {
    }

    @Async
    static Coroutine<String> price(String shop, int cents) {
        await(sleep(Duration.ofMillis(20)));
        return Coroutine.of(shop + " " + cents);
    }

    @Async
    static Coroutine<String> answers() {
        List<String> prices = await(gather(price("bakery", 240), price("market", 195)));
        return Coroutine.of(String.join(", ", prices));
    }

    /**
     * Prints both answers.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(run(answers()));
    }
}
