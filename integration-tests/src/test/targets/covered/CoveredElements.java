import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;

/** Every line and branch of the user's runs in two calls. HARD_CASES 90. */
public class CoveredElements {
    private CoveredElements() {
    }

    @Async
    public static CompletableFuture<String> run(Supplier<CompletableFuture<String>> operands, int last) {
        String text = "";
        for (String element : each(elements(operands))) {
            if (element.equals("v" + last)) {
                break;
            }
            text += element;
        }
        return CompletableFuture.completedFuture(text);
    }

    @Async
    static AsyncIterable<String> elements(Supplier<CompletableFuture<String>> operands) {
        try {
            for (int number : numbers(4)) {
                String prefix = await(operands.get());
                emit(prefix + number);
            }
        } finally {
            await(operands.get());
        }
        return end();
    }

    @Generator
    static Iterable<Integer> numbers(int count) {
        for (int i = 1; i <= count; i++) {
            emit(i);
        }
        return end();
    }
}
