package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;

/** Tries again what has failed, later each time. */
interface Retries {
    <T> Coroutine<T> retry(int times, AsyncSupplier<T> call);

    /** Tries again also when it is cancelled. */
    final class WithBug implements Retries {
        @Async
        @Override
        public <T> Coroutine<T> retry(int times, AsyncSupplier<T> call) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return Coroutine.of(await(call.call())); // bug
                } catch (RuntimeException failure) {
                    if (attempt == times) {
                        throw failure;
                    }
                }
                await(sleep(Duration.ofSeconds(attempt)));
            }
        }
    }

    /** Knows who wants it to end from what fails. */
    final class Clean implements Retries {
        @Async
        @Override
        public <T> Coroutine<T> retry(int times, AsyncSupplier<T> call) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return Coroutine.of(await(call.call()));
                } catch (CancellationException cancelled) {
                    throw cancelled;
                } catch (RuntimeException failure) {
                    if (attempt == times) {
                        throw failure;
                    }
                }
                await(sleep(Duration.ofSeconds(attempt)));
            }
        }
    }
}
