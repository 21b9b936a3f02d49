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

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.junit.jupiter.api.Test;

/** A generator that stands at an emit keeps what it will still use and its current element; later than that not even those. */
class GeneratorRetentionTest {
    private static final int COLLECTIONS = 50;

    private final Map<String, WeakReference<Object>> made = new HashMap<>();

    private Object make(String name) {
        Object object = new Object();
        made.put(name, new WeakReference<>(object));
        return object;
    }

    private void assertGone(String name) {
        for (int i = 0; i < COLLECTIONS && made.get(name).get() != null; i++) {
            System.gc();
        }
        assertThat(made.get(name).get()).as(name).isNull();
    }

    private void assertKept(String name) {
        System.gc();
        assertThat(made.get(name).get()).as(name).isNotNull();
    }

    @Async
    private AsyncIterator<Object> elements() {
        Object dead = make("dead");
        Object live = make("live");
        assertThat(dead).isNotNull();
        emit(make("first"));
        await(yieldNow());
        emit(make("second"));
        assertThat(live).isNotNull();
        Object last = make("last local");
        emit(1);
        assertThat(last).isNotNull();
        return end();
    }

    @Test
    void anAsyncGeneratorKeepsItsCurrentElementAndWhatItWillUse() {
        AsyncIterator<Object> it = elements();
        run(coroutine(() -> {
            await(it.advance());
            assertKept("first");
            assertGone("dead");
            await(it.advance());
            assertGone("first");
            assertKept("second");
            assertKept("live");
            await(it.advance());
            assertGone("second");
            assertGone("live");
            assertKept("last local");
            await(it.advance());
            assertGone("last local");
            return Coroutine.done();
        }));
        Reference.reachabilityFence(it);
    }

    @Test
    void aClosedAsyncGeneratorKeepsNothing() {
        AsyncIterator<Object> it = elements();
        run(coroutine(() -> {
            await(it.advance());
            await(it.advance());
            assertKept("live");
            await(it.closeAsync());
            assertGone("live");
            assertGone("second");
            return Coroutine.done();
        }));
        Reference.reachabilityFence(it);
    }

    @Async
    private Coroutine<Void> consumer() {
        for (Object element : each(elements())) {
            assertThat(element).isNotNull();
        }
        return Coroutine.done();
    }

    @Test
    void aLoopThatWaitsForTheNextElementDoesNotKeepTheOneBefore() {
        run(coroutine(() -> {
            Task<Void> task = createTask(consumer());
            await(yieldNow());
            assertGone("first");
            assertKept("live");
            await(task);
            return Coroutine.done();
        }));
    }

    @Generator
    private Iterator<Object> plain(Object argument) {
        Object dead = make("dead");
        Object live = make("live");
        assertThat(dead).isNotSameAs(argument);
        emit(make("first"));
        emit(make("second"));
        assertThat(live).isNotNull();
        emit(1);
        return end();
    }

    @Test
    void aPlainGeneratorKeepsWhatItWillUse() {
        Iterator<Object> it = plain(make("argument"));
        assertKept("argument");
        assertThat(it.hasNext()).isTrue();
        assertGone("argument");
        assertKept("first");
        assertThat(it.next()).isNotNull();
        assertGone("first");
        assertGone("dead");
        assertKept("live");
        it.next();
        assertGone("second");
        it.next();
        assertGone("live");
        Reference.reachabilityFence(it);
    }

    @Test
    void aClosedPlainGeneratorKeepsNothing() throws Exception {
        Iterator<Object> it = plain(make("argument"));
        assertThat(it.hasNext()).isTrue();
        assertKept("live");
        ((AutoCloseable) it).close();
        assertGone("live");
        assertGone("first");
        Reference.reachabilityFence(it);
    }

    @Async
    private AsyncIterator<Object> over(Object argument) {
        emit(argument);
        return end();
    }

    @Async
    private AsyncIterable<Object> allOf(Object argument) {
        emit(argument);
        return end();
    }

    @Async
    private AsyncIterator<Object> failing(Object argument) {
        if (argument != null) {
            throw new IllegalArgumentException();
        }
        emit(argument);
        return end();
    }

    @Test
    void anAsyncGeneratorThatIsClosedBeforeItsFirstElementKeepsNoArgument() {
        AsyncIterator<Object> it = over(make("argument"));
        assertKept("argument");
        run(it.closeAsync());
        assertGone("argument");
        Reference.reachabilityFence(it);
    }

    @Test
    void anAsyncGeneratorThatIsClosedBeforeItsFirstElementDoesNotKeepItsObject() {
        AsyncIterator<Object> it = ofAnother();
        assertKept("owner");
        run(it.closeAsync());
        assertGone("owner");
        Reference.reachabilityFence(it);
    }

    private AsyncIterator<Object> ofAnother() {
        GeneratorRetentionTest another = new GeneratorRetentionTest();
        made.put("owner", new WeakReference<>(another));
        return another.elements();
    }

    @Test
    void anAsyncGeneratorWhoseFirstAdvanceIsCancelledBeforeItBeginsKeepsNoArgument() {
        AsyncIterator<Object> it = over(make("argument"));
        run(coroutine(() -> {
            Task<Boolean> task = createTask(it.advance());
            task.cancel();
            try {
                await(task);
            } catch (CancellationException asked) {
                assertGone("argument");
            }
            return Coroutine.done();
        }));
        assertGone("argument");
        Reference.reachabilityFence(it);
    }

    @Test
    void anAsyncGeneratorThatHasFailedKeepsNoArgument() {
        AsyncIterator<Object> it = failing(make("argument"));
        assertThatThrownBy(() -> run(it.advance())).isInstanceOf(IllegalArgumentException.class);
        assertGone("argument");
        Reference.reachabilityFence(it);
    }

    @Test
    void whatAnAsyncGeneratorIteratesOverKeepsItsArgumentsHoweverItsIterationsEnd() {
        AsyncIterable<Object> iterable = allOf(make("argument"));
        AsyncIterator<Object> it = iterable.iterator();
        run(it.closeAsync());
        assertKept("argument");
        assertThat(run(iterable.toList())).containsExactly(made.get("argument").get());
        assertKept("argument");
        Reference.reachabilityFence(iterable);
    }

    @Test
    void aPlainGeneratorThatIsClosedBeforeItsFirstElementKeepsNoArgument() throws Exception {
        Iterator<Object> it = plain(make("argument"));
        assertKept("argument");
        ((AutoCloseable) it).close();
        assertGone("argument");
        Reference.reachabilityFence(it);
    }

    @Generator
    private Stream<Object> stream(Object argument) {
        emit(argument);
        return end();
    }

    @Test
    void aStreamThatIsClosedBeforeItsFirstElementKeepsNoArgument() {
        Stream<Object> stream = stream(make("argument"));
        assertKept("argument");
        stream.close();
        assertGone("argument");
        Reference.reachabilityFence(stream);
    }

    @Generator
    private Iterable<Object> plainOver(Object argument) {
        emit(argument);
        return end();
    }

    @Test
    void whatAPlainGeneratorIteratesOverKeepsItsArgumentsHoweverItsIterationsEnd() throws Exception {
        Iterable<Object> iterable = plainOver(make("argument"));
        ((AutoCloseable) iterable.iterator()).close();
        assertKept("argument");
        assertThat(iterable).containsExactly(made.get("argument").get());
        assertKept("argument");
        Reference.reachabilityFence(iterable);
    }
}
