package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs print the same in all ways of running, also when they are cancelled at random awaits. {@code -Dasync.random.seed} is
 * the first seed, {@code -Dasync.random.count} says how many programs there are for each flavour, {@code -Dasync.random.minutes} how
 * long new seeds are tried.
 */
@DisplayName("HARD_CASES 1-36, 57-64, 68: random programs")
class RandomProgramsTest {
    private static final long SEED = Long.getLong("async.random.seed", 1);
    private static final long MINUTES = Long.getLong("async.random.minutes", 1);
    private static final int COUNT = Integer.getInteger("async.random.count", 167);

    @Test
    void coroutinesPrintTheSameInAllWays() {
        assertThat(failures(Flavour.COROUTINE, SEED, Dialect.of(17, "-g"))).isEmpty();
    }

    @Test
    void futuresPrintTheSameInAllWays() {
        assertThat(failures(Flavour.FUTURE, SEED + COUNT, Dialect.of(17, "-g:none", "-XDstringConcat=inline"))).isEmpty();
    }

    @Test
    void theNewestCompilerMakesNoDifference() {
        assertThat(failures(Flavour.COROUTINE, SEED + 2L * COUNT, Dialect.of(Dialect.newest(), "-parameters"))).isEmpty();
    }

    @Test
    void manyProgramsTellOfTheirCancellation() {
        int programs = 20;
        assertThat(new RandomBatch(Flavour.COROUTINE, Dialect.of(17, "-g")).toldOfCancellation(SEED, programs)).isGreaterThan(programs / 4);
    }

    /** Seeds that were never tried, until the time is over or something fails. */
    @Test
    @Tag("nightly")
    void newSeedsAsLongAsTimeAllows() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        for (long seed = System.currentTimeMillis(); System.nanoTime() - end < 0; seed += COUNT) {
            Flavour flavour = Flavour.values()[(int) (seed % Flavour.values().length)];
            assertThat(failures(flavour, seed, Dialect.of(17, "-g"))).isEmpty();
        }
    }

    private static List<String> failures(Flavour flavour, long seed, Dialect dialect) {
        return new RandomBatch(flavour, dialect).failures(seed, COUNT);
    }
}
