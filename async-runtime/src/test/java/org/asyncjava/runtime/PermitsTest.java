package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Permits are counted alike while somebody waits and while nobody does. */
class PermitsTest {
    private final Permits permits = new Permits("permits", 2, Permits.Next.PASSES_OVER);

    private Waiter waiting() {
        Waiter waiter = permits.takeOrJoin();
        assertThat(waiter).isNotNull();
        return waiter;
    }

    private void assertThatAre(int available, int free, boolean isTaken) {
        assertThat(permits.available()).isEqualTo(available);
        assertThat(permits.free()).isEqualTo(free);
        assertThat(permits.lent()).isEqualTo(-free);
        assertThat(permits.isTaken()).isEqualTo(isTaken);
    }

    @Test
    void theyAreTakenUntilThereAreNone() {
        assertThatAre(2, 2, false);
        assertThat(permits.takeOrJoin()).isNull();
        assertThat(permits.tryTake()).isTrue();
        assertThat(permits.tryTake()).isFalse();
        assertThatAre(0, 0, true);
        assertThat(permits.release(2)).isTrue();
        assertThatAre(1, 1, false);
    }

    @Test
    void oneThatIsOnItsWayIsFreeButNotToBeHad() {
        permits.takeOrJoin();
        permits.takeOrJoin();
        Waiter waiter = waiting();
        assertThat(permits.release(2)).isTrue();
        assertThat(waiter.isGranted()).isTrue();
        assertThatAre(0, 1, true);
        assertThat(permits.release(2)).isTrue();
        assertThatAre(1, 2, true);
        assertThat(permits.tryTake()).isFalse();
        assertThat(permits.release(2)).isFalse();
        permits.arrived();
        assertThatAre(1, 1, false);
        assertThat(permits.tryTake()).isTrue();
    }

    @Test
    void whoWaitsBehindOneThatIsOnItsWayGetsItsPermitWhenThatOneHasArrived() {
        permits.takeOrJoin();
        permits.takeOrJoin();
        Waiter first = waiting();
        permits.release(2);
        permits.release(2);
        Waiter second = waiting();
        assertThat(second.isGranted()).isFalse();
        permits.arrived();
        assertThat(first.isGranted() && second.isGranted()).isTrue();
        assertThatAre(0, 1, true);
        permits.arrived();
        assertThatAre(0, 0, true);
    }

    @Test
    void oneReleaseTooManyWakesNobody() {
        Permits none = new Permits("permits", 0, Permits.Next.PASSES_OVER);
        Waiter waiter = none.takeOrJoin();
        assertThat(none.release(0)).isFalse();
        assertThat(waiter.isGranted()).isFalse();
        assertThat(none.waiters()).isEqualTo(", waiters:1");
    }

    @Test
    void afterTheLastOneHasGivenUpTheyAreCountedAsBefore() {
        permits.takeOrJoin();
        permits.takeOrJoin();
        Waiter granted = waiting();
        Waiter cancelled = waiting();
        permits.release(2);
        cancelled.cancel(null);
        permits.giveUp(granted);
        assertThatAre(1, 1, false);
        permits.giveUp(cancelled);
        assertThatAre(1, 1, false);
        assertThat(permits.waiters()).isEmpty();
        assertThat(permits.release(2)).isTrue();
        assertThat(permits.release(2)).isFalse();
    }
}
