import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Runs once with completed operands and once with pending ones; DebuggerTest knows lines by the comments. HARD_CASES 92. */
public class Debugged {
    private final String name;

    Debugged(String name) {
        this.name = name;
    }

    @Async
    CompletableFuture<Integer> total(CompletableFuture<Integer> first, CompletableFuture<Integer> second) {
        int sum = 1; // before
        String label = name + "!";
        sum += await(first); // first await
        List<String> labels = new ArrayList<>(List.of(label)); // after first
        int more = await(second); // second await
        sum += more; // after second
        return CompletableFuture.completedFuture(sum + labels.size());
    }

    public static void main(String[] arguments) {
        Debugged debugged = new Debugged("name");
        CompletableFuture<Integer> two = CompletableFuture.completedFuture(2);
        int completed = debugged.total(two, two).join();
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Integer> suspended = debugged.total(first, second); // suspending call
        first.complete(2); // first completes
        second.complete(2); // second completes
        System.out.println(completed + " " + suspended.join());
    }
}
