package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.junit.jupiter.api.Test;

/** Texts and stack traces say where a generator stands, and who asks it. */
class GeneratorPlaceTest {
    private static final Pattern PLACE = Pattern.compile("<GeneratorPlaceTest\\.elements\\(\\) running at GeneratorPlaceTest\\.java:(\\d+)>");

    @Async
    private static AsyncIterable<Integer> elements() {
        emit(1);
        await(yieldNow());
        emit(2);
        return end();
    }

    @Generator
    private static Iterator<Integer> plain() {
        emit(1);
        throw new IllegalStateException("plain");
    }

    @Async
    private static AsyncIterable<Integer> failing() {
        emit(1);
        await(yieldNow());
        throw new IllegalStateException("failing");
    }

    @Async
    private static Coroutine<Void> consumer() {
        for (int element : each(failing())) {
            assertThat(element).isOne();
        }
        return Coroutine.done();
    }

    @Test
    void anAsyncGeneratorStandsAtTheEmitThatItHasComeTo() {
        AsyncIterator<Integer> it = elements().iterator();
        run(coroutine(() -> {
            assertThat(it).hasToString("<GeneratorPlaceTest.elements() created>");
            await(it.advance());
            int first = line(it);
            it.advance();
            assertThat(line(it)).isEqualTo(first);
            await(it.advance());
            assertThat(line(it)).isEqualTo(first + 2);
            await(it.advance());
            assertThat(it).hasToString("<GeneratorPlaceTest.elements() done>");
            return Coroutine.done();
        }));
    }

    @Test
    void aClosedOneIsDone() {
        AsyncIterator<Integer> it = elements().iterator();
        run(coroutine(() -> {
            await(it.advance());
            await(it.closeAsync());
            assertThat(it).hasToString("<GeneratorPlaceTest.elements() done>");
            return Coroutine.done();
        }));
    }

    @Test
    void aPlainGeneratorStandsAtItsEmit() {
        Iterator<Integer> it = plain();
        assertThat(it).hasToString("<GeneratorPlaceTest.plain() created>");
        it.next();
        assertThat(it.toString()).startsWith("<GeneratorPlaceTest.plain() running at GeneratorPlaceTest.java:");
        assertThat(catchThrowable(it::hasNext)).hasMessage("plain");
        assertThat(it).hasToString("<GeneratorPlaceTest.plain() done>");
    }

    @Test
    void aTaskThatWaitsForAnElementShowsTheGeneratorAtItsAwait() {
        run(coroutine(() -> {
            Task<Void> task = createTask(consumer());
            await(yieldNow());
            List<String> stack = task.getStack().stream().map(StackTraceElement::getMethodName).toList();
            assertThat(stack).containsExactly("failing", "consumer");
            task.cancel();
            return Coroutine.done();
        }));
    }

    @Test
    void theFailureOfAnElementShowsTheGeneratorAndWhoAsked() {
        Throwable failure = catchThrowable(() -> run(consumer()));
        String frames = Arrays.stream(failure.getStackTrace()).filter(frame -> frame.getClassName().equals(GeneratorPlaceTest.class.getName()))
                .map(StackTraceElement::getMethodName).limit(2).collect(Collectors.joining(" "));
        assertThat(frames).isEqualTo("failing consumer");
    }

    private static int line(Object standing) {
        Matcher place = PLACE.matcher(standing.toString());
        assertThat(place.matches()).as(standing.toString()).isTrue();
        return Integer.parseInt(place.group(1));
    }
}
