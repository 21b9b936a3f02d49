package shop;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Await;

public class AwaitThatNeverEnds {
    void serve(CompletableFuture<String> next) {
        while (true) {
            System.out.println(Await.await(next));
        }
    }
}
