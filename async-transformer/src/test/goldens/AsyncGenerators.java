import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;

/** Generators that await: both kinds of suspension points in one machine; an element of an awaited page; a lambda. */
class AsyncGenerators {
    interface Source {
        @Async
        AsyncIterable<String> from(CompletableFuture<String> first);
    }

    @Async
    static AsyncIterable<String> pages(List<CompletableFuture<List<String>>> pages) {
        for (CompletableFuture<List<String>> page : pages) {
            for (String line : await(page)) {
                emit(line);
            }
        }
        return end();
    }

    @Async
    AsyncIterator<Object> guarded(CompletableFuture<Long> price) {
        try {
            emit(await(price) + 1);
        } catch (Throwable e) {
            emit(e);
        } finally {
            await(price);
        }
        return end();
    }

    static Source lambda() {
        return first -> {
            emit(await(first));
            return end();
        };
    }
}
