package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Programs.hot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

/** Completion and cancellation at every point of a suspension, put there on purpose. HARD_CASES 65 to 67. */
class HotRaceTest {
    private final CompletableFuture<Object> gate = new CompletableFuture<>();
    private final List<Object> log = new ArrayList<>();

    @Test
    void completedBetweenTheQuestionAndTheSubscription() {
        assertThat(awaiting(new CompletesWhenAsked())).isCompletedWithValue(1);
    }

    @Test
    void completedByAnotherThreadBeforeTheSubscription() {
        Hooked operand = new Hooked();
        operand.before = () -> elsewhere(() -> operand.complete("value"));

        assertThat(awaiting(operand)).isCompletedWithValue("value");
    }

    @Test
    void resumedAndEndedOnAnotherThreadBeforeTheSubscriptionReturns() {
        Hooked operand = new Hooked();
        operand.after = () -> elsewhere(() -> operand.complete("value"));

        assertThat(awaiting(operand)).isCompletedWithValue("value");
    }

    @Test
    void suspendedAgainOnAnotherThreadBeforeTheSubscriptionReturns() {
        CompletableFuture<Object> second = new CompletableFuture<>();
        Hooked operand = new Hooked();
        operand.after = () -> elsewhere(() -> operand.complete("first"));
        CompletableFuture<Object> result = HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(operand);
            case 1 -> {
                log.add(received.get());
                yield HotScript.await(second);
            }
            default -> received.get();
        });

        assertThat(log).containsExactly("first");
        assertThat(result).isNotDone();
        second.complete("second");
        assertThat(result).isCompletedWithValue("second");
    }

    @Test
    void localsAreSeenOnTheThreadThatGoesOn() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Integer> total = Programs.total(List.of(first, second).iterator());

        elsewhere(() -> first.complete(1));
        elsewhere(() -> second.complete(2));

        assertThat(total.get()).isEqualTo(3);
    }

    @Test
    void cancelledBeforeTheSubscription() {
        Hooked operand = new Hooked();
        CompletableFuture<Object> result = awaitingAfterTheGate(operand);
        operand.before = () -> elsewhere(() -> result.cancel(false));

        gate.complete(null);

        assertThat(operand).isCancelled();
        assertThat(log).containsExactly("told");
    }

    @Test
    void cancelledAfterTheSubscriptionAndBeforeItReturns() {
        Hooked operand = new Hooked();
        CompletableFuture<Object> result = awaitingAfterTheGate(operand);
        operand.after = () -> elsewhere(() -> result.cancel(false));

        gate.complete(null);

        assertThat(operand).isCancelled();
        assertThat(log).containsExactly("told");
    }

    @Test
    void aStageThatCannotBeAskedIsCancelledBeforeTheSubscription() {
        Hooked stage = new Hooked();
        CompletableFuture<Object> result = awaitingAfterTheGate(ForeignStages.of(stage));
        stage.before = () -> elsewhere(() -> result.cancel(false));

        gate.complete(null);

        assertThat(log).containsExactly("told");
        assertThat(stage).isNotDone();
    }

    @Test
    void theAwaitedMethodEndsBetweenTheQuestionAndTheLink() {
        LinkedLate inner = new LinkedLate();
        inner.before = () -> elsewhere(() -> inner.complete("value"));

        assertThat(awaiting(inner)).isCompletedWithValue("value");
    }

    @Test
    void theAwaitedMethodEndsJustAfterTheLink() {
        LinkedLate inner = new LinkedLate();
        inner.after = () -> elsewhere(() -> inner.complete("value"));

        assertThat(awaiting(inner)).isCompletedWithValue("value");
    }

    @Test
    void awaitingTheSameMethodTwice() {
        CompletableFuture<Object> inner = awaiting(gate);
        CompletableFuture<Object> one = awaiting(inner);
        CompletableFuture<Object> other = awaiting(inner);

        gate.complete("value");

        assertThat(one).isCompletedWithValue("value");
        assertThat(other).isCompletedWithValue("value");
    }

    private static CompletableFuture<Object> awaiting(CompletableFuture<?> operand) {
        return hot(() -> operand);
    }

    private CompletableFuture<Object> awaitingAfterTheGate(Object operand) {
        return HotScript.call((number, received) -> switch (number) {
            case 0 -> HotScript.await(gate);
            case 1 -> HotScript.await(operand);
            default -> {
                try {
                    yield received.get();
                } catch (CancellationException request) {
                    log.add("told");
                    throw request;
                }
            }
        });
    }

    /** Does something on another thread and waits until it is done. */
    private static void elsewhere(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> {
            action.run();
            done.countDown();
        }).start();
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** A future that lets a test act right before and right after a subscription. */
    private static final class Hooked extends CompletableFuture<Object> {
        private Runnable before = () -> { };
        private Runnable after = () -> { };

        @Override
        public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
            before.run();
            CompletableFuture<U> dependent = super.handle(function);
            Runnable once = after;
            after = () -> { };
            once.run();
            return dependent;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }

    /** A method's future that lets a test act right before and right after a link. */
    private static final class LinkedLate extends UserFutureMachine {
        private Runnable before = () -> { };
        private Runnable after = () -> { };
        private HotCall waiter;

        @Override
        public boolean hotLink(HotCall awaiting) {
            waiter = null;
            before.run();
            waiter = awaiting;
            after.run();
            return true;
        }

        @Override
        public HotCall hotUnlink() {
            HotCall taken = waiter;
            waiter = null;
            return taken;
        }
    }
}
