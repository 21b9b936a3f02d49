package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;

/** Who blocks for a future of the program's own first runs the resumptions that the thread has put off because they nest too deep. */
@Prints({"42 42 42 42", "returned ready"})
public class JoinOfOwnFuture {
    /** Nests deeper than resumptions may. */
    private static final int DEEP = 40;

    public static class Answer extends CompletableFuture<Integer> {
    }

    /** Narrows one of the methods, and keeps another for itself. */
    public static class Narrow extends CompletableFuture<Integer> {
        @Override
        public Integer join() {
            return super.join();
        }

        @Override
        public final Integer get() throws InterruptedException, ExecutionException {
            return super.get();
        }
    }

    @Async
    public static CompletableFuture<String> run(Env env) {
        env.log(CompletableFuture.supplyAsync(JoinOfOwnFuture::withoutDispatcher).join());
        return CompletableFuture.completedFuture("ready");
    }

    private static String withoutDispatcher() {
        CompletableFuture<Integer> start = new CompletableFuture<>();
        CompletableFuture<String> deep = level(start, DEEP);
        start.complete(0);
        return deep.join();
    }

    @Async
    static CompletableFuture<String> level(CompletableFuture<Integer> start, int depth) {
        await(start);
        if (depth == 0) {
            return CompletableFuture.completedFuture(blocked());
        }
        CompletableFuture<Integer> inner = new CompletableFuture<>();
        CompletableFuture<String> deeper = level(inner, depth - 1);
        inner.complete(1);
        return CompletableFuture.completedFuture(deeper.join());
    }

    private static String blocked() {
        try {
            return joined() + " " + narrowed() + " " + got() + " " + gotInTime();
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            return failure.toString();
        }
    }

    private static int joined() {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        Answer answer = addOne(price);
        price.complete(41);
        return answer.join();
    }

    private static int narrowed() {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        Narrow answer = narrowAddOne(price);
        price.complete(41);
        return answer.join();
    }

    private static int got() throws InterruptedException, ExecutionException {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        Answer answer = addOne(price);
        price.complete(41);
        return answer.get();
    }

    private static int gotInTime() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        Narrow answer = narrowAddOne(price);
        price.complete(41);
        return answer.get(1, TimeUnit.HOURS);
    }

    @Async
    static Answer addOne(CompletableFuture<Integer> price) {
        int value = await(price) + 1;
        Answer answer = new Answer();
        answer.complete(value);
        return answer;
    }

    @Async
    static Narrow narrowAddOne(CompletableFuture<Integer> price) {
        int value = await(price) + 1;
        Narrow answer = new Narrow();
        answer.complete(value);
        return answer;
    }
}
