package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.io.IOException;
import java.lang.ref.WeakReference;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** Leaves iterations alone, for {@link NeverClosedTest}. */
public final class ForgottenGenerators {
    private ForgottenGenerators() {
    }

    @Async
    private static AsyncIterable<Integer> guarded() {
        try {
            emit(1);
        } finally {
            await(yieldNow());
        }
        return end();
    }

    @Async
    private static AsyncIterator<Integer> guardedIterator() {
        try {
            emit(1);
        } finally {
            await(yieldNow());
        }
        return end();
    }

    @Async
    private static AsyncIterable<Integer> simple() {
        emit(1);
        return end();
    }

    @Async
    private static AsyncIterable<Integer> last() {
        try {
            emit(1);
        } finally {
            await(yieldNow());
        }
        return end();
    }

    /** Until it is garbage. */
    @Async
    private static Coroutine<Void> collect(WeakReference<?> abandoned) {
        while (abandoned.get() != null) {
            System.gc();
            await(yieldNow());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<WeakReference<?>> begin(AsyncIterator<?> iterator) {
        await(iterator.advance());
        return Coroutine.of(new WeakReference<>(iterator));
    }

    @Async
    private static Coroutine<Void> abandon() {
        await(collect(await(begin(guarded().iterator()))));
        await(collect(await(begin(guardedIterator()))));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> abandonWhatNeedsNoClosing() {
        await(collect(await(begin(simple().iterator()))));
        for (int element : each(guarded())) {
            if (element == 1) {
                break;
            }
        }
        for (int element : each(guarded())) {
            await(yieldNow());
        }
        return Coroutine.done();
    }

    /**
     * Runs a program, and waits until its input is closed, since reports come from another thread. The last one is that of {@link #last}.
     *
     * @param arguments its name
     */
    public static void main(String[] arguments) throws IOException {
        run(coroutine(() -> {
            await(arguments[0].equals("abandoned") ? abandon() : abandonWhatNeedsNoClosing());
            await(collect(await(begin(last().iterator()))));
            return Coroutine.done();
        }));
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
