package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;

/** Tests without main classes. */
class SampleTest {
    private final String name = await(CompletableFuture.completedFuture("name"));

    String name() {
        return name;
    }
}
