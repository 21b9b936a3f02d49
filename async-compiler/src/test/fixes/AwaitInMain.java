package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;

public class AwaitInMain {
    public static void main(String[] arguments) {
        System.out.println(await(CompletableFuture.completedFuture("shop")));
    }
}
