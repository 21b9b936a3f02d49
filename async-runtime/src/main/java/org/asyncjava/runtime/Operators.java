package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Async;

/** What the methods of {@link AsyncIterable} do. */
final class Operators {
    private Operators() {
    }

    @Async
    static <T, R> AsyncIterable<R> map(AsyncIterable<T> source, AsyncFunction<? super T, R> function) {
        for (T element : each(source)) {
            emit(await(function.call(element)));
        }
        return end();
    }

    @Async
    static <T> AsyncIterable<T> filter(AsyncIterable<T> source, AsyncFunction<? super T, Boolean> test) {
        for (T element : each(source)) {
            if (await(test.call(element))) {
                emit(element);
            }
        }
        return end();
    }

    @Async
    static <T> AsyncIterable<T> take(AsyncIterable<T> source, long count) {
        if (count <= 0) {
            return end();
        }
        long left = count;
        for (T element : each(source)) {
            emit(element);
            left--;
            if (left == 0) {
                break;
            }
        }
        return end();
    }

    @Async
    static <T> Coroutine<Void> forEach(AsyncIterable<T> source, AsyncConsumer<? super T> action) {
        for (T element : each(source)) {
            await(action.call(element));
        }
        return Coroutine.done();
    }

    @Async
    static <T> Coroutine<List<T>> toList(AsyncIterable<T> source) {
        List<T> elements = new ArrayList<>();
        for (T element : each(source)) {
            elements.add(element);
        }
        return Coroutine.of(elements);
    }

    @Async
    static <T, R> AsyncIterable<R> mapConcurrently(AsyncIterable<T> source, int limit, AsyncFunction<? super T, R> function) {
        Producers<Task<R>> calls = new Producers<>("mapConcurrently", 0);
        try {
            AsyncSemaphore room = new AsyncSemaphore(limit);
            calls.start(callForEach(source, room, function, calls));
            while (await(calls.advance())) {
                R result = await(calls.resultOf(calls.current()));
                room.release();
                emit(result);
            }
        } finally {
            await(calls.end());
        }
        return end();
    }

    @Async
    private static <T, R> Coroutine<Void> callForEach(AsyncIterable<T> source, AsyncSemaphore room, AsyncFunction<? super T, R> function,
            Producers<Task<R>> calls) {
        await(room.acquire());
        for (T element : each(source)) {
            await(calls.hand(calls.start(InPlace.coroutine(() -> function.call(element)))));
            await(room.acquire());
        }
        return Coroutine.done();
    }

    @Async
    static <T> AsyncIterable<T> merge(List<? extends AsyncIterable<? extends T>> sources) {
        if (sources.isEmpty()) {
            return end();
        }
        Producers<T> producers = new Producers<>("merge", 1);
        try {
            sources.forEach(source -> producers.start(produce(source, producers)));
            while (await(producers.advance())) {
                emit(producers.current());
            }
        } finally {
            await(producers.end());
        }
        return end();
    }

    @Async
    private static <T> Coroutine<Void> produce(AsyncIterable<? extends T> source, Producers<T> producers) {
        for (T element : each(source)) {
            await(producers.hand(element));
        }
        return Coroutine.done();
    }
}
