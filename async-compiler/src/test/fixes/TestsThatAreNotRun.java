package shop;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TestsThatAreNotRun {
    @Async
    @Test
    Coroutine<Void> comes() {
        if (await(ask()).isEmpty()) {
            return Coroutine.done();
        }
        System.out.println(await(ask()));
        return Coroutine.done();
    }

    @Test
    Coroutine<String> asks() {
        return ask();
    }

    @RepeatedTest(2)
    @Async
    Coroutine<Void> again() {
        System.out.println(await(ask()));
        return Coroutine.of(null);
    }

    @Test
    void runs() {
        System.out.println(await(ask()));
    }

    @Async
    Coroutine<String> ask() {
        return Coroutine.of(await(Coroutine.of("pong")));
    }
}
