package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Resources that are closed together. */
class AsyncExitStackTest {
    private final List<Object> log = new ArrayList<>();

    private final class Resource implements AsyncCloseable {
        private final String name;
        private final RuntimeException failure;

        private Resource(String name, RuntimeException failure) {
            this.name = name;
            this.failure = failure;
        }

        @Async
        @Override
        public Coroutine<Void> closeAsync() {
            log.add("closing " + name);
            await(sleep(Duration.ofSeconds(1)));
            log.add("closed " + name);
            if (failure != null) {
                throw failure;
            }
            return Coroutine.done();
        }
    }

    @Async
    private Coroutine<Resource> open(String name) {
        await(yieldNow());
        log.add("open " + name);
        return Coroutine.of(new Resource(name, null));
    }

    private Resource failing(RuntimeException failure) {
        return new Resource(failure.getMessage(), failure);
    }

    @Test
    void theNewestIsClosedFirst() {
        VirtualTime.run(coroutine(() -> {
            try (var stack = new AsyncExitStack()) {
                Resource a = await(stack.enterAsync(open("a")));
                assertThat(a.name).isEqualTo("a");
                assertThat(stack.push(new Resource("b", null)).name).isEqualTo("b");
                AutoCloseable plain = () -> log.add("plain");
                stack.push(plain);
                stack.callback(() -> {
                    await(yieldNow());
                    log.add("callback");
                    return Coroutine.done();
                });
                log.add("body");
            }
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("open a", "body", "callback", "plain", "closing b", "closed b", "closing a", "closed a");
    }

    @Test
    void allAreClosedAndTheFirstFailureIsThrown() {
        RuntimeException first = new IllegalStateException("first");
        RuntimeException second = new IllegalArgumentException("second");
        assertThat((Throwable) VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            stack.push(new Resource("outermost", null));
            stack.push(failing(second));
            stack.push(new Resource("between", null));
            stack.push(failing(first));
            return Coroutine.of(await(Programs.failureOf(stack.closeAsync())));
        }))).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(second);
        assertThat(log).contains("closed first", "closed between", "closed second", "closed outermost");
    }

    @Test
    void failuresAreSuppressedInOneThatIsOnItsWay() {
        RuntimeException body = new IllegalStateException("body");
        RuntimeException closing = new IllegalStateException("closing");
        assertThatThrownBy(() -> VirtualTime.run(coroutine(() -> {
            try (var stack = new AsyncExitStack()) {
                stack.push(failing(closing));
                await(yieldNow());
                throw body;
            }
        }))).isSameAs(body);
        assertThat(body.getSuppressed()).containsExactly(closing);
    }

    @Test
    void theSameFailureTwiceIsNotSuppressedInItself() {
        RuntimeException failure = new IllegalStateException("same");
        assertThat((Throwable) VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            stack.push(failing(failure));
            stack.push(failing(failure));
            return Coroutine.of(await(Programs.failureOf(stack.closeAsync())));
        }))).isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void aLambdaThatThrowsAtOnceFailsAsOneThatAwaits() {
        VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            stack.push(new Resource("a", null));
            stack.callback(() -> {
                throw new IllegalStateException("at once");
            });
            assertThat(await(Programs.failureOf(stack.closeAsync()))).hasMessage("at once");
            return Coroutine.done();
        }));
        assertThat(log).endsWith("closed a");
    }

    @Test
    void whatIsOpenIsClosedWhenAnOpeningFails() {
        RuntimeException failure = new IllegalStateException("connect");
        assertThatThrownBy(() -> VirtualTime.run(coroutine(() -> {
            try (var stack = new AsyncExitStack()) {
                await(stack.enterAsync(open("a")));
                await(stack.enterAsync(Coroutine.<Resource>failed(failure)));
            }
            return Coroutine.done();
        }))).isSameAs(failure);
        assertThat(log).containsExactly("open a", "closing a", "closed a");
    }

    @Test
    void whatIsHandedOverStaysOpen() {
        VirtualTime.run(coroutine(() -> {
            AsyncExitStack heir;
            try (var stack = new AsyncExitStack()) {
                await(stack.enterAsync(open("a")));
                await(stack.enterAsync(open("b")));
                heir = stack.popAll();
            }
            log.add("handed over");
            await(heir.closeAsync());
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("open a", "open b", "handed over", "closing b", "closed b", "closing a", "closed a");
    }

    @Test
    void aRequestInterruptsOneClosingAndTheOthersFollow() {
        VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            stack.push(new Resource("a", null));
            stack.push(new Resource("b", null));
            Task<Void> closing = createTask(stack.closeAsync());
            await(sleep(Duration.ofMillis(500)));
            closing.cancel();
            assertThat(await(Programs.failureOf(closing))).isInstanceOf(CancellationException.class);
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("closing b", "closing a", "closed a");
    }

    @Test
    void closingTwiceDoesNothingAndWhatIsClosedTakesNothing() {
        VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            stack.push(new Resource("a", null));
            await(stack.closeAsync());
            await(stack.closeAsync());
            assertThat(log).containsExactly("closing a", "closed a");
            assertThatThrownBy(() -> stack.push(new Resource("b", null))).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
            assertThatThrownBy(() -> stack.callback(() -> Coroutine.done())).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> stack.enterAsync(Coroutine.of(new Resource("c", null)))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(stack::popAll).isInstanceOf(IllegalStateException.class);
            return Coroutine.done();
        }));
    }

    @Test
    void whatIsOpenedWhenItIsTooLateIsClosedAgain() {
        VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            Task<Resource> late = createTask(stack.enterAsync(open("late")));
            await(stack.closeAsync());
            assertThat(await(Programs.failureOf(late))).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("open late", "closing late", "closed late");
    }

    @Test
    void whatAnExitAddsIsRefused() {
        VirtualTime.run(coroutine(() -> {
            AsyncExitStack stack = new AsyncExitStack();
            stack.push(new Resource("a", null));
            stack.callback(() -> {
                stack.push(new Resource("b", null));
                return Coroutine.done();
            });
            assertThat(await(Programs.failureOf(stack.closeAsync()))).isInstanceOf(IllegalStateException.class);
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("closing a", "closed a");
    }

    @Test
    void manyAreClosedInConstantStack() {
        VirtualTime.run(coroutine(() -> {
            try (var stack = new AsyncExitStack()) {
                await(yieldNow());
                for (int i = 0; i < 100_000; i++) {
                    stack.callback(Coroutine::done);
                }
            }
            return Coroutine.done();
        }));
    }
}
