package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a generator stands × who ends it: what its body runs, and what that one meets. */
class GeneratorClosingTest {
    /** What the body runs when it is closed after so many elements. */
    private static final List<String> RUNS = List.of("", "", "finally awaited", "closing closed", "", "finally", "", "");
    /** Where a finally block emits, which closing fails with. */
    private static final int EMITS = 5;
    private static final int ENDED = 7;

    private final List<String> events = new ArrayList<>();

    /** Who ends a generator, and what comes of that if closing fails. */
    private enum Ender {
        CLOSE("emitted"), CLOSE_TWICE("emitted"), RESOURCE("emitted"), BREAK("emitted"), OUTER_CONTINUE("emitted"), RETURN("emitted"),
        THROW("mine, suppressed emitted"), CANCELLED("cancelled, suppressed emitted");

        private final String met;

        Ender(String met) {
            this.met = met;
        }

        boolean isLoop() {
            return ordinal() >= BREAK.ordinal();
        }

        /** What it meets itself. */
        String meets(int place) {
            String itself = met.contains(",") ? met.substring(0, met.indexOf(',')) : "nothing";
            return place == EMITS ? met : itself;
        }
    }

    private final class Resource implements AsyncCloseable {
        @Async
        @Override
        public Coroutine<Void> closeAsync() {
            events.add("closing");
            await(yieldNow());
            events.add("closed");
            return Coroutine.done();
        }
    }

    @Async
    private AsyncIterable<Integer> elements() {
        emit(1);
        try {
            emit(2);
        } catch (Throwable e) {
            events.add("caught");
        } finally {
            events.add("finally");
            await(yieldNow());
            events.add("awaited");
        }
        try (Resource resource = new Resource()) {
            await(yieldNow());
            emit(3);
        }
        try {
            await(yieldNow());
        } finally {
            emit(4);
            events.add("behind");
        }
        try {
            emit(EMITS);
        } finally {
            events.add("finally");
            emit(6);
            events.add("behind");
        }
        return end();
    }

    @Generator
    private Iterable<Integer> plainElements() {
        emit(1);
        try {
            emit(2);
        } catch (Throwable e) {
            events.add("caught");
        } finally {
            events.add("finally");
            events.add("awaited");
        }
        try (AutoCloseable resource = () -> events.add("closing")) {
            emit(3);
        } catch (Exception e) {
            events.add("caught");
        } finally {
            events.add("closed");
        }
        try {
            events.add("in");
        } finally {
            emit(4);
            events.add("behind");
        }
        try {
            emit(EMITS);
        } finally {
            events.add("finally");
            emit(6);
            events.add("behind");
        }
        return end();
    }

    private static Stream<Arguments> pairs() {
        return Stream.of(Ender.values()).flatMap(ender -> IntStream.rangeClosed(ender.isLoop() ? 1 : 0, ender.isLoop() ? ENDED - 1 : ENDED)
                .mapToObj(place -> arguments(place, ender)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void endsAnAsyncGenerator(int place, Ender ender) {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = elements().iterator();
            assertThat(await(met(it, place, ender))).isEqualTo(ender.meets(place));
            assertThat(String.join(" ", events)).isEqualTo(RUNS.get(place));
            assertThat(await(it.advance())).isFalse();
            assertThatThrownBy(it::current).isInstanceOf(NoSuchElementException.class);
            await(it.closeAsync());
            assertThat(String.join(" ", events)).isEqualTo(RUNS.get(place));
            return Coroutine.done();
        }));
    }

    @Async
    private Coroutine<String> met(AsyncIterator<Integer> it, int place, Ender ender) {
        try {
            await(ended(it, place, ender));
            return Coroutine.of("nothing");
        } catch (RuntimeException e) {
            String suppressed = e.getSuppressed().length == 0 ? "" : ", suppressed " + name(e.getSuppressed()[0]);
            return Coroutine.of(name(e) + suppressed);
        }
    }

    private static String name(Throwable e) {
        return e instanceof CancellationException ? "cancelled" : e instanceof IllegalArgumentException ? "mine"
                : e instanceof IllegalStateException && e.getMessage().contains("emits while it is being closed") ? "emitted" : e.toString();
    }

    @Async
    private Coroutine<Void> ended(AsyncIterator<Integer> it, int place, Ender ender) {
        switch (ender) {
            case CLOSE:
                await(advanced(it, place));
                await(it.closeAsync());
                return Coroutine.done();
            case CLOSE_TWICE:
                await(advanced(it, place));
                try {
                    await(it.closeAsync());
                } finally {
                    await(it.closeAsync());
                }
                return Coroutine.done();
            case RESOURCE:
                try (AsyncIterator<Integer> closed = it) {
                    await(advanced(closed, place));
                }
                return Coroutine.done();
            case CANCELLED:
                Task<Integer> task = createTask(looped(it, place, ender));
                while (events.isEmpty() || !events.get(0).equals("there")) {
                    await(yieldNow());
                }
                events.clear();
                task.cancel();
                await(task);
                return Coroutine.done();
            default:
                await(looped(it, place, ender));
                return Coroutine.done();
        }
    }

    @Async
    private Coroutine<Void> advanced(AsyncIterator<Integer> it, int place) {
        for (int i = 0; i < place; i++) {
            assertThat(await(it.advance())).isEqualTo(i < ENDED - 1);
        }
        events.clear();
        return Coroutine.done();
    }

    @Async
    private Coroutine<Integer> looped(AsyncIterator<Integer> it, int place, Ender ender) {
        outer:
        for (int once = 0; once < 1; once++) {
            for (int element : each(it)) {
                if (element != place) {
                    continue;
                }
                events.clear();
                switch (ender) {
                    case OUTER_CONTINUE:
                        continue outer;
                    case RETURN:
                        return Coroutine.of(element);
                    case THROW:
                        throw new IllegalArgumentException("mine");
                    case CANCELLED:
                        events.add("there");
                        await(new Deferred<Void>());
                    default:
                        break outer;
                }
            }
        }
        return Coroutine.of(0);
    }

    private static Stream<Arguments> plainPairs() {
        return IntStream.rangeClosed(0, ENDED).boxed().flatMap(place -> Stream.of(arguments(place, false), arguments(place, true)));
    }

    @ParameterizedTest
    @MethodSource("plainPairs")
    void endsAPlainGenerator(int place, boolean twice) throws Exception {
        Iterator<Integer> it = plainElements().iterator();
        for (int i = 0; i < place; i++) {
            assertThat(it.hasNext()).isEqualTo(i < ENDED - 1);
            if (i < ENDED - 1) {
                assertThat(it.next()).isEqualTo(i + 1);
            }
        }
        events.clear();
        AutoCloseable closeable = (AutoCloseable) it;
        if (place == EMITS) {
            assertThatThrownBy(closeable::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("emits while it is being closed");
        } else {
            closeable.close();
        }
        if (twice) {
            closeable.close();
        }
        assertThat(String.join(" ", events)).isEqualTo(RUNS.get(place));
        assertThat(it.hasNext()).isFalse();
        assertThatThrownBy(it::next).isInstanceOf(NoSuchElementException.class);
    }

    @Async
    private AsyncIterator<Integer> slow(boolean fails) {
        try {
            await(yieldNow());
            emit(1);
            await(yieldNow());
            if (fails) {
                throw new IllegalArgumentException("mine");
            }
            emit(2);
        } finally {
            events.add("finally");
            await(yieldNow());
            events.add("awaited");
        }
        return end();
    }

    @Test
    void whileAnAdvanceRunsItIsRefused() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(false);
            Task<Boolean> advance = createTask(it.advance());
            await(yieldNow());
            assertThatThrownBy(it::advance).isInstanceOf(IllegalStateException.class).hasMessageContaining("before its advance has ended");
            assertThatThrownBy(it::current).isInstanceOf(NoSuchElementException.class);
            try {
                await(it.closeAsync());
                throw new AssertionError("closed");
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("is closed before its advance has ended");
            }
            assertThat(await(advance)).isTrue();
            assertThat(it.current()).isOne();
            await(it.closeAsync());
            assertThat(events).containsExactly("finally", "awaited");
            return Coroutine.done();
        }));
    }

    @Test
    void whileItIsBeingClosedItIsRefused() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(false);
            await(it.advance());
            Task<Void> closing = createTask(it.closeAsync());
            await(yieldNow());
            assertThat(events).containsExactly("finally");
            assertThatThrownBy(it::advance).isInstanceOf(IllegalStateException.class);
            try {
                await(it.closeAsync());
                throw new AssertionError("closed");
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("is closed before");
            }
            await(closing);
            assertThat(events).containsExactly("finally", "awaited");
            assertThat(await(it.advance())).isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void aFailedOneIsClosedAlready() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(true);
            await(it.advance());
            try {
                await(it.advance());
                throw new AssertionError("went on");
            } catch (IllegalArgumentException e) {
                assertThat(events).containsExactly("finally", "awaited");
            }
            await(it.closeAsync());
            assertThat(await(it.advance())).isFalse();
            assertThat(events).hasSize(2);
            return Coroutine.done();
        }));
    }

    @Test
    void aCancelledAdvanceEndsItAndRunsItsFinallyToTheEnd() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(false);
            Task<Boolean> advance = createTask(it.advance());
            await(yieldNow());
            advance.cancel();
            try {
                await(advance);
                throw new AssertionError("not cancelled");
            } catch (CancellationException e) {
                assertThat(events).containsExactly("finally", "awaited");
            }
            assertThat(await(it.advance())).isFalse();
            await(it.closeAsync());
            assertThat(events).hasSize(2);
            return Coroutine.done();
        }));
    }

    @Test
    void aCloseThatIsCancelledWhileItAwaitsIsInterrupted() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(false);
            await(it.advance());
            Task<Void> closing = createTask(it.closeAsync());
            await(yieldNow());
            closing.cancel();
            try {
                await(closing);
                throw new AssertionError("not cancelled");
            } catch (CancellationException e) {
                assertThat(events).containsExactly("finally");
            }
            assertThat(await(it.advance())).isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void anAdvanceThatIsCancelledBeforeItBeginsEndsIt() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(false);
            Task<Boolean> advance = createTask(it.advance());
            advance.cancel();
            try {
                await(advance);
                throw new AssertionError("not cancelled");
            } catch (CancellationException e) {
                assertThat(events).isEmpty();
            }
            assertThat(await(it.advance())).isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void anAdvanceThatIsCancelledBeforeItBeginsRunsTheFinallyAroundTheEmit() {
        run(coroutine(() -> {
            AsyncIterator<Integer> it = slow(false);
            await(it.advance());
            Task<Boolean> advance = createTask(it.advance());
            advance.cancel();
            try {
                await(advance);
                throw new AssertionError("not cancelled");
            } catch (CancellationException e) {
                assertThat(events).containsExactly("finally", "awaited");
            }
            assertThat(await(it.advance())).isFalse();
            return Coroutine.done();
        }));
    }

    @Generator
    private Iterator<Object> closesItself(Iterator<?>[] self) {
        emit("before");
        assertThatThrownBy(() -> ((AutoCloseable) self[0]).close()).isInstanceOf(IllegalStateException.class).hasMessageContaining("while it runs");
        assertThatThrownBy(self[0]::hasNext).isInstanceOf(IllegalStateException.class);
        emit("after");
        return end();
    }

    @Test
    void aPlainOneThatRunsIsNotClosed() {
        Iterator<?>[] self = new Iterator<?>[1];
        Iterator<Object> it = closesItself(self);
        self[0] = it;
        assertThat(it.next()).isEqualTo("before");
        assertThat(it.next()).isEqualTo("after");
        assertThat(it.hasNext()).isFalse();
    }
}
