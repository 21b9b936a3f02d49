import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.Function;
import org.asyncjava.Async;

/** Other methods that are called await. */
class Namesakes {
    @interface Marked {
    }

    static <T> T await(CompletableFuture<T> source) {
        return source.join();
    }

    String own(CompletableFuture<String> source) {
        return await(source);
    }

    synchronized String ownHoldingMonitor(CompletableFuture<String> source) {
        Function<CompletableFuture<String>, String> reference = Namesakes::await;
        return reference.apply(source) + Namesakes.await(source);
    }

    void ofTheJdk(Condition condition, CountDownLatch latch) throws InterruptedException {
        condition.await();
        condition.await(1, TimeUnit.SECONDS);
        latch.await();
        wait(1);
    }

    static class Inherited extends Base {
        Object inherited(CompletableFuture<String> source) {
            return await(source);
        }
    }

    static class Base {
        Object await(Object anything) {
            return anything;
        }
    }

    /** Shadows the import, as PRODUCT 1 tells: the full name is used instead. */
    static class Shadowing {
        void await() {
        }

        String shadowed(CompletableFuture<String> source) {
            await();
            return org.asyncjava.Await.await(source); // AJ001
        }

        @Async
        CompletableFuture<String> async(CompletableFuture<String> source) {
            await();
            return CompletableFuture.completedFuture(org.asyncjava.Await.await(source));
        }
    }

    @Marked
    CompletableFuture<String> otherAnnotation(CompletableFuture<String> source) {
        return source;
    }
}
