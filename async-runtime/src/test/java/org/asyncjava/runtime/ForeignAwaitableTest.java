package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.asyncjava.runtime.abi.Hot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForeignAwaitableTest {
    /** An awaitable that does what the test says and counts. */
    private static final class Signal implements Awaitable<String>, Awaiter<String> {
        private boolean done;
        private boolean cancelled;
        private boolean cancellable = true;
        private int awaiters;
        private Throwable failure;
        private RuntimeException refusal;
        private Runnable callback;

        @Override
        public Awaiter<String> awaiter() {
            awaiters++;
            return this;
        }

        @Override
        public boolean isDone() {
            return done;
        }

        @Override
        public String result() throws Throwable {
            if (cancelled) {
                throw new CancellationException("signal");
            }
            if (failure != null) {
                throw failure;
            }
            return "value";
        }

        @Override
        public void onDone(Runnable whenDone) {
            if (refusal != null) {
                throw refusal;
            }
            callback = whenDone;
            if (done) {
                whenDone.run();
            }
        }

        @Override
        public boolean cancel() {
            if (done || !cancellable) {
                return false;
            }
            cancelled = true;
            fire();
            return true;
        }

        private void fire() {
            done = true;
            callback.run();
        }
    }

    private final Signal signal = new Signal();
    private final Log log = new Log();

    @Test
    void oneThatIsDoneIsAskedOnceAndDoesNotSuspend() {
        signal.done = true;
        Object value = run(coroutine(() -> {
            Coroutines.currentLoop().callSoon(log.adding("other"));
            var v = await(signal);
            log.add("main");
            return Coroutine.of(v);
        }));
        assertThat(value).isEqualTo("value");
        assertThat(signal.awaiters).isEqualTo(1);
        assertThat(log.entries()).containsExactly("main", "other");
    }

    @Test
    void onePendingIsAskedOnceAndWakesItsWaiter() {
        Object value = run(coroutine(() -> {
            Coroutines.currentLoop().callSoon(() -> Coroutines.currentLoop().callSoon(signal::fire));
            return Coroutine.of(await(signal));
        }));
        assertThat(value).isEqualTo("value");
        assertThat(signal.awaiters).isEqualTo(1);
    }

    @Test
    @DisplayName("HARD_CASES 67: a callback that is called twice")
    void aSecondCallOfTheCallbackIsIgnored() {
        Object value = run(coroutine(() -> {
            createTask(coroutine(() -> {
                signal.fire();
                signal.fire();
                return Coroutine.of(null);
            }));
            await(signal);
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of("once");
        }));
        assertThat(value).isEqualTo("once");
    }

    @Test
    @DisplayName("HARD_CASES 65: done between the question and the subscription")
    void oneThatIsDoneBeforeTheSubscriptionWakesAtOnce() {
        Awaitable<String> racing = () -> new Awaiter<>() {
            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public String result() {
                return "raced";
            }

            @Override
            public void onDone(Runnable callback) {
                callback.run();
            }

            @Override
            public boolean cancel() {
                return false;
            }
        };
        Object value = run(coroutine(() -> Coroutine.of(await(racing))));
        assertThat(value).isEqualTo("raced");
    }

    @Test
    void itsFailureIsThrownAsItIs() {
        signal.done = true;
        signal.failure = new IOException("checked");
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(await(signal))))).isSameAs(signal.failure);
    }

    @Test
    void isCancelledWithItsTask() {
        assertThat(afterCancellation()).isInstanceOf(CancellationException.class).hasMessage("signal");
        assertThat(signal.cancelled).isTrue();
    }

    @Test
    void oneThatCannotBeCancelledDelaysTheCancellation() {
        signal.cancellable = false;
        assertThat(afterCancellation()).isInstanceOf(CancellationException.class).hasMessage("task");
        assertThat(signal.cancelled).isFalse();
    }

    private Throwable afterCancellation() {
        return run(coroutine(() -> {
            Task<?> task = createTask(coroutine(() -> Coroutine.of(await(signal))));
            createTask(coroutine(() -> {
                task.cancel("task");
                if (!signal.done) {
                    signal.fire();
                }
                return Coroutine.of(null);
            }));
            Throwable failure = await(failureOf(task));
            return Coroutine.of(failure);
        }));
    }

    @Test
    void oneThatRefusesItsCallbackFailsTheAwait() {
        signal.refusal = new UnsupportedOperationException("no callbacks");
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(await(signal))))).isSameAs(signal.refusal);
    }

    @Test
    void aMachineWhoseConstructorAwaitsAnotherOneStillWaitsForItsOwn() {
        Signal mine = new Signal();
        Signal others = new Signal();
        others.done = true;
        assertThat(Hot.pending(mine, null)).isTrue();
        assertThat(hot(() -> others)).isDone();
        UserFutureMachine machine = new UserFutureMachine();
        Hot.suspend(machine, mine, 1);

        mine.done = true;
        mine.callback.run();

        assertThat(machine).isDone();
        assertThat(mine.awaiters).isEqualTo(2);
    }

    @Test
    void anAwaitableThatGivesNoAwaiterTheSecondTimeFailsTheAwait() {
        IllegalStateException refusal = new IllegalStateException("once only");
        Signal mine = new Signal();
        Awaitable<String> once = () -> {
            if (mine.awaiters > 0) {
                throw refusal;
            }
            return mine.awaiter();
        };
        assertThat(Hot.pending(once, null)).isTrue();
        assertThat(Hot.pending(new Signal(), null)).isTrue();
        UserFutureMachine machine = new UserFutureMachine() {
            @Override
            public void hotResume() throws Throwable {
                Hot.result(Hot.takeOperand(this));
            }
        };
        Hot.suspend(machine, once, 1);

        assertThatThrownBy(machine::join).hasCause(refusal);
    }
}
