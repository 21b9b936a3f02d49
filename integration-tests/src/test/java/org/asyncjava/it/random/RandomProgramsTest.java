package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random programs print the same in all ways of running. {@code -Dasync.random.seed} is the first seed, {@code -Dasync.random.count}
 * says how many programs there are for each flavour.
 */
@DisplayName("HARD_CASES 1-36, 57-64: random programs")
class RandomProgramsTest {
    private static final long SEED = Long.getLong("async.random.seed", 1);
    private static final int COUNT = Integer.getInteger("async.random.count", 35);

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

    private static List<String> failures(Flavour flavour, long seed, Dialect dialect) {
        return new RandomBatch(flavour, dialect).failures(seed, COUNT);
    }
}
