import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;

/** Each consumer runs once with completed operands and once with pending ones; GeneratorsInDebuggerTest knows lines by the comments. HARD_CASES 92. */
public class DebuggedGenerators {
    private final String name;

    DebuggedGenerators(String name) {
        this.name = name;
    }

    @Async
    AsyncIterable<Integer> prices(CompletableFuture<Integer> operand) {
        int sum = 1; // async before
        String label = name + "!";
        emit(sum); // async first emit
        sum += await(operand); // async after first
        List<String> labels = new ArrayList<>(List.of(label)); // async after await
        emit(sum); // async second emit
        sum += labels.size(); // async after second
        return end(); // async end
    }

    @Async
    CompletableFuture<Integer> total(CompletableFuture<Integer> operand) {
        int total = 0;
        for (int price : each(prices(operand))) { // each
            total += price; // in each
        } // in each ends
        return CompletableFuture.completedFuture(total); // after each
    }

    @Async
    CompletableFuture<Integer> found(CompletableFuture<Integer> operand) {
        int found = 0;
        for (int price : each(prices(operand))) {
            found = price;
            if (price > 2) {
                break; // leaves each
            }
        }
        found++; // after break
        return CompletableFuture.completedFuture(found);
    }

    @Generator
    Iterable<Integer> numbers() {
        int sum = 1; // before
        String label = name + "!";
        emit(sum); // first emit
        sum += 2; // after first
        List<String> labels = new ArrayList<>(List.of(label)); // labels
        emit(sum); // second emit
        sum += labels.size(); // after second
        return end();
    }

    private int added() {
        int added = 0;
        for (int number : numbers()) { // loop
            added += number; // in loop
        } // in loop ends
        return added; // after loop
    }

    public static void main(String[] arguments) {
        DebuggedGenerators debugged = new DebuggedGenerators("name");
        CompletableFuture<Integer> two = CompletableFuture.completedFuture(2);
        int completed = debugged.total(two).join() + debugged.found(two).join(); // calls with done operands
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        CompletableFuture<Integer> total = debugged.total(operand); // suspending call
        CompletableFuture<Integer> found = debugged.found(operand);
        operand.complete(2);
        System.out.println(completed + " " + total.join() + found.join() + debugged.added());
    }
}
