package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;

/** A program that begins with an await. */
public final class Main {
    private Main() {
    }

    @AsyncEntry
    public static void main(String[] args) throws IOException {
        System.out.println(args.length + " " + await(gather(later("a"), later("b"))));
        try {
            new Jobs().count();
        } catch (IllegalStateException refused) {
            System.out.println(refused.getMessage());
        }
        await(CompletableFuture.failedFuture(new IOException("the end")));
    }

    @Async
    private static Coroutine<String> later(String text) {
        await(sleep(Duration.ofMillis(1)));
        return Coroutine.of(text);
    }
}
