import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** Each entry point runs once with completed operands and once with pending ones; FlavoursInDebuggerTest knows lines by the comments. HARD_CASES 92. */
public class DebuggedFlavours {
    interface Step {
        @Async
        Coroutine<Integer> take(int number);
    }

    private final String name;

    DebuggedFlavours(String name) {
        this.name = name;
    }

    private static CompletableFuture<Integer> operand(boolean suspends) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        if (suspends) {
            Coroutines.currentLoop().callSoon(() -> operand.complete(2));
        } else {
            operand.complete(2);
        }
        return operand;
    }

    boolean isWanted(int number) {
        return number == 5;
    }

    @Async
    Coroutine<Integer> leaf(int number, boolean suspends) {
        int twice = 2 * number; // in leaf
        twice += await(operand(suspends)); // leaf await
        return Coroutine.of(twice); // after leaf
    }

    @Async
    CompletableFuture<Integer> hotLeaf(int number, boolean suspends) {
        int twice = 2 * number; // in hot leaf
        twice += await(operand(suspends)); // hot leaf await
        return CompletableFuture.completedFuture(twice); // after hot leaf
    }

    @Async
    Coroutine<Integer> cold(boolean suspends) {
        int sum = 1; // cold before
        for (int i = 0; i < 3; i++) {
            sum += await(operand(suspends)); // cold await
            sum += 0; // cold after
        }
        sum += await(leaf(sum, suspends)); // awaits leaf
        sum += await(hotLeaf(sum, suspends)); // awaits hot leaf
        return Coroutine.of(sum); // cold end
    }

    @AsyncEntry
    int ofCold(boolean suspends) {
        int before = 3; // entry before
        int sum = await(cold(suspends)); // awaits cold
        return before + sum; // entry after
    }

    @AsyncEntry
    int ofLambda(boolean suspends) {
        Step step = number -> {
            int sum = number; // lambda before
            sum += await(operand(suspends)); // lambda await
            return Coroutine.of(sum + name.length()); // lambda after
        };
        return await(step.take(3)); // awaits lambda
    }

    @Async
    AsyncIterable<Integer> elements(boolean suspends) {
        int element = await(operand(suspends)); // in elements
        emit(element);
        return end();
    }

    @Generator
    Iterable<Integer> numbers() {
        int number = 1; // in numbers
        emit(number);
        return end();
    }

    @AsyncEntry
    int ofLoops(boolean suspends) {
        int total = 0;
        for (int element : each(elements(suspends))) { // each element
            total += element; // in each
        }
        for (int number : numbers()) { // each number
            total += number;
        }
        return total; // after loops
    }

    public static void main(String[] arguments) {
        DebuggedFlavours debugged = new DebuggedFlavours("name");
        int cold = debugged.ofCold(false); // calls entry
        int suspended = debugged.ofCold(true); // calls entry that waits
        int lambda = debugged.ofLambda(false);
        lambda += debugged.ofLambda(true);
        int loops = debugged.ofLoops(false);
        loops += debugged.ofLoops(true);
        System.out.println(cold + suspended + lambda + loops); // end
    }
}
