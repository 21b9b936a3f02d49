package org.asyncjava.examples.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.asyncjava.examples.bugs.Work.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake is found, from whatever seed, and nothing is found where there is none. {@code -Dasync.schedules} says in how many orders that is tried. */
class PlantedBugsTest {
    private static final int SCHEDULES = Integer.getInteger("async.schedules", 200);

    @ParameterizedTest
    @EnumSource
    void doesNotShowInAsyncioOrder(Planted planted) {
        planted.runPlainly(Version.WITH_BUG);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundFromEachSeedWithItsLine(Planted planted) throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            long from = seed;
            Throwable failure = catchThrowable(() -> planted.runInOrders(Version.WITH_BUG, 1000, from));
            assertThat(failure).as("found from seed %d", seed).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("fails under schedule").hasStackTraceContaining(planted.line());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFoundWithoutIt(Planted planted) {
        planted.runInOrders(Version.CLEAN, SCHEDULES, 1);
    }
}
