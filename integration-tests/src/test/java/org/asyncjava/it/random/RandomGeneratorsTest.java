package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random programs whose methods emit, loop over what others emit, close that at random points and close resources by awaiting print the same in
 * all ways of running. {@code -Dasync.random.seed} is the first seed, {@code -Dasync.random.generators} says how many programs there are for
 * each compilation by javac; Eclipse's compiler gets half as many.
 */
@DisplayName("random programs with generators")
class RandomGeneratorsTest {
    private static final long SEED = Long.getLong("async.random.seed", 1);
    private static final int COUNT = Integer.getInteger("async.random.generators", 24);
    private static final int TOGETHER = 50;

    @Test
    void coroutinesPrintTheSameInAllWays() {
        assertSound(Flavour.COROUTINE, Dialect.of(17, "-g"), SEED, COUNT);
    }

    @Test
    void futuresPrintTheSameInAllWays() {
        assertSound(Flavour.FUTURE, Dialect.of(Dialect.newest(), "-g:none"), SEED + COUNT, COUNT);
    }

    @Test
    void eclipsesCompilerMakesNoDifference() {
        assertSound(Flavour.COROUTINE, Dialect.ecj(17, "-g"), SEED + 2L * COUNT, COUNT / 2);
    }

    private static void assertSound(Flavour flavour, Dialect dialect, long first, int programs) {
        System.out.println(programs + " programs with generators from seed " + first + ", " + flavour + " " + dialect);
        RandomBatch batch = new RandomBatch(flavour, dialect, true);
        for (long seed = first; seed < first + programs; seed += TOGETHER) {
            RandomBatch.Findings findings = batch.findings(LongStream.range(seed, Math.min(seed + TOGETHER, first + programs)));
            assertThat(findings.failures()).as("seeds from " + seed).isEmpty();
        }
    }
}
