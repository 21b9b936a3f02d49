package shop;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.Coroutine;

class UsedAgain {
    static class Connection implements AsyncCloseable {
        @Async
        public Coroutine<Void> closeAsync() {
            await(Coroutine.done());
            return Coroutine.done();
        }
    }

    @Async
    Coroutine<Integer> three() {
        await(Coroutine.done());
        return Coroutine.of(3);
    }

    @Async
    Coroutine<Integer> six() throws Exception {
        Coroutine<Integer> once = three();
        int sum = await(once);
        try (AutoCloseable connection = new Connection()) {
            System.out.println(connection);
        }
        return Coroutine.of(sum + await(once));
    }
}
