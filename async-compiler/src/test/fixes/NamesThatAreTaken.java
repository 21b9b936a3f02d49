package shop;

import org.asyncjava.Async;
import org.asyncjava.Await;

class NamesThatAreTaken {
    static class Duration {
    }

    static class Coroutine {
    }

    static void await(Object other) {
    }

    static void sleep(Object other) {
    }

    @Async
    java.util.concurrent.CompletableFuture<String> late(java.util.concurrent.CompletableFuture<String> name) throws Exception {
        Thread.sleep(10);
        return java.util.concurrent.CompletableFuture.completedFuture(Await.await(name));
    }

    String plain(java.util.concurrent.CompletableFuture<String> name) {
        return Await.await(name);
    }
}
