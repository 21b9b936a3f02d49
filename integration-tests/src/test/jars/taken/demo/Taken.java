package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.NotTransformedException;

/** Has a class of the name that the machine of its method would have. */
public final class Taken {
    private Taken() {
    }

    static final class load {
        static final class Async1 {
            @Override
            public String toString() {
                return "the program's own";
            }
        }
    }

    @Async
    static CompletableFuture<Integer> load(CompletableFuture<Integer> number) {
        return CompletableFuture.completedFuture(await(number));
    }

    public static void main(String[] arguments) {
        System.out.println(new load.Async1());
        try {
            load(CompletableFuture.completedFuture(1));
        } catch (NotTransformedException plain) {
            System.out.println("not transformed");
        }
    }
}
