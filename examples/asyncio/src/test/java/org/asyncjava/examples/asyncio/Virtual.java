package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.AnyLoop;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.TestLoop;

/** Runs programs in virtual time. */
final class Virtual {
    private Virtual() {
    }

    /** Runs a program to its end, on the kind of loop that is asked for. */
    static void run(AsyncSupplier<Void> program) {
        TestLoop.virtualTime(() -> AnyLoop.run(started(program)));
    }

    @Async
    private static Coroutine<Void> started(AsyncSupplier<Void> program) {
        try {
            return Coroutine.of(await(program.get()));
        } catch (Exception failure) {
            return Coroutine.failed(failure);
        }
    }

    /** How a piece of code fails: the exception, or null. */
    @Async
    static <T> Coroutine<Throwable> failureOf(AsyncSupplier<T> code) {
        try {
            await(code.get());
            return Coroutine.of(null);
        } catch (Throwable failure) {
            return Coroutine.of(failure);
        }
    }
}
