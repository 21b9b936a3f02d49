package org.asyncjava.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    @Test
    void workThatEndsIsDone() {
        List<String> done = new ArrayList<>();
        assertThat(new Watchdog(Duration.ofDays(1)).stuck(() -> done.add("work"))).isEmpty();
        assertThat(done).containsExactly("work");
    }

    @Test
    void workThatNeverEndsIsLeftBehindWithThePlaceWhereItStands() {
        CountDownLatch never = new CountDownLatch(1);
        Duration patience = Duration.ofMillis(1);
        Optional<String> place = new Watchdog(patience).stuck(() -> standStill(never));
        while (place.isPresent() && !place.get().contains("park")) { // a busy machine has not let it get there yet
            patience = patience.multipliedBy(2);
            place = new Watchdog(patience).stuck(() -> standStill(never));
        }
        assertThat(place).hasValueSatisfying(stuck -> assertThat(stuck).contains("WatchdogTest.standStill"));
    }

    @Test
    void whatFailsIsPassedOn() {
        assertThatThrownBy(() -> new Watchdog(Duration.ofDays(1)).stuck(() -> {
            throw new IllegalStateException("wrong");
        })).hasRootCauseMessage("wrong");
    }

    private static void standStill(CountDownLatch never) {
        while (never.getCount() > 0) {
            LockSupport.park();
        }
    }
}
