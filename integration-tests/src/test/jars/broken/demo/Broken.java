package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.NotTransformedException;

/** A class that cannot be transformed, and its neighbour that can. */
public class Broken {
    @Async
    static synchronized CompletableFuture<String> locked(CompletableFuture<String> word) {
        return CompletableFuture.completedFuture(await(word));
    }

    static class Neighbour {
    }

    public static void main(String[] arguments) {
        try {
            locked(CompletableFuture.completedFuture("locked")).join();
        } catch (NotTransformedException expected) {
            System.out.println("not transformed");
        }
        System.out.println(Fine.word(CompletableFuture.completedFuture("fine")).join());
    }
}

class Fine {
    @Async
    static CompletableFuture<String> word(CompletableFuture<String> word) {
        return CompletableFuture.completedFuture(await(word));
    }
}
