package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.NotTransformedException;

/** A method returns a future of the program's own kind, whose class has an async method itself and is not loaded yet. */
public class OwnFuture {
    public static class Answer extends CompletableFuture<String> {
        public Answer() {
        }

        @Async
        public CompletableFuture<String> shouted() {
            return CompletableFuture.completedFuture(await(this) + "!");
        }
    }

    @Async
    static Answer ask(CompletableFuture<String> source) {
        Answer answer = new Answer();
        answer.complete("answer " + await(source));
        return answer;
    }

    public static void main(String[] arguments) {
        CompletableFuture<String> source = new CompletableFuture<>();
        Answer answer = ask(source);
        source.complete("of today");
        System.out.println(answer.join());
        try {
            System.out.println(answer.shouted().join());
        } catch (NotTransformedException e) {
            System.out.println("not transformed");
        }
    }
}
