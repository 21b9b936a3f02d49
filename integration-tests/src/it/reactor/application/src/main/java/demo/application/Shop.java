package demo.application;

import static org.asyncjava.Await.await;

import demo.library.Reply;
import demo.library.Work;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

class Shop {
    Work<String> lambda(CompletableFuture<String> source) {
        return () -> CompletableFuture.completedFuture(await(source));
    }

    @Async
    Reply<String> reply(Reply<String> source) {
        await(source);
        return source;
    }
}
