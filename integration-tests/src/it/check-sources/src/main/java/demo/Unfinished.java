package demo;

class Unfinished {
    synchronized int half(java.util.concurrent.CompletableFuture<Integer> price) {
        int x = ;
        return org.asyncjava.Await.await(price);
    }
}
