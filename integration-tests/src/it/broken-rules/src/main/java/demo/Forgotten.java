package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;

class Forgotten {
    String name(CompletableFuture<String> source) {
        return await(source);
    }
}
