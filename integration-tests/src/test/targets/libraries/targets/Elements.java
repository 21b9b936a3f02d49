package targets;

import static org.asyncjava.runtime.Each.each;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.libraries.Collected;
import org.asyncjava.runtime.AsyncIterable;

/** Goes through what methods of libraries emit. LibrariesTest adds it to each of them. */
public class Elements {
    @Async
    public static CompletableFuture<Object> collected(AsyncIterable<Object> elements) {
        Collected collected = new Collected();
        for (Object element : each(elements)) {
            collected.add(element);
        }
        return CompletableFuture.completedFuture(collected.value());
    }

    public static Object collected(Iterable<Object> elements) {
        Collected collected = new Collected();
        for (Object element : elements) {
            collected.add(element);
        }
        return collected.value();
    }
}
