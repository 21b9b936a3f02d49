import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 22. */
final class AwaitOutsideFunction {
    @Async
    static Coroutine<String> test(String word) {
        return Coroutine.of(word);
    }

    @Async
    static Coroutine<Void> main() {
        System.out.println(await(gather(test("Hello"))));
        return Coroutine.done();
    }

    public static void main(String[] args) {
        await(main()); // AJ001
    }
}
