import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** The program's own future: the machine extends it. */
class DeclaredSubclass {
    public static class Reply extends CompletableFuture<String> {
    }

    @Async
    static Reply run(CompletableFuture<String> step) {
        String text = await(step);
        Reply reply = new Reply();
        reply.complete(text);
        return reply;
    }

    @Async
    static Reply tail(CompletableFuture<String> step) {
        await(step);
        return run(step);
    }
}
