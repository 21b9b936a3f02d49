package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs print the same in all ways of running, also when they are cancelled at random awaits, and whichever compiler compiled
 * them. {@code -Dasync.random.seed} is the first seed, {@code -Dasync.random.count} says how many programs there are for each flavour,
 * {@code -Dasync.random.eclipse} which of them Eclipse's compiler gets as well (5: every fifth), {@code -Dasync.random.minutes} how long
 * new seeds are tried.
 */
@DisplayName("HARD_CASES 1-36, 57-64, 68, 96: random programs")
class RandomProgramsTest {
    private static final long SEED = Long.getLong("async.random.seed", 1);
    private static final long MINUTES = Long.getLong("async.random.minutes", 1);
    private static final int COUNT = Integer.getInteger("async.random.count", 167);
    private static final int ECLIPSE = Integer.getInteger("async.random.eclipse", 5);
    /** Of a hundred programs Eclipse's compiler gets about two wrong; more than this in a hundred is no chance. */
    private static final int MOST_FAULTS_PERCENT = 10;
    /** So many new programs at a time. */
    private static final int PORTION = 100;

    @Test
    void coroutinesPrintTheSameInAllWays() {
        assertSound(Flavour.COROUTINE, Dialect.of(17, "-g"), seeds(0));
    }

    @Test
    void futuresPrintTheSameInAllWays() {
        assertSound(Flavour.FUTURE, Dialect.of(17, "-g:none", "-XDstringConcat=inline"), seeds(1));
    }

    @Test
    void theNewestCompilerMakesNoDifference() {
        assertSound(Flavour.COROUTINE, Dialect.of(Dialect.newest(), "-parameters"), seeds(2));
    }

    @Test
    void eclipsesCompilerMakesNoDifferenceToCoroutines() {
        assertSound(Flavour.COROUTINE, Dialect.ecj(17, "-g"), eclipses(0));
    }

    @Test
    void eclipsesCompilerMakesNoDifferenceToFutures() {
        assertSound(Flavour.FUTURE, Dialect.ecj(17, "-g:none"), eclipses(1));
    }

    @Test
    void eclipsesCompilerMakesNoDifferenceToTheNewestJava() {
        assertSound(Flavour.COROUTINE, Dialect.ecj(Dialect.newest(), "-g", "-parameters"), eclipses(2));
    }

    @Test
    void manyProgramsTellOfTheirCancellation() {
        int programs = 20;
        RandomBatch batch = new RandomBatch(Flavour.COROUTINE, Dialect.of(17, "-g"));
        assertThat(batch.toldOfCancellation(LongStream.range(SEED, SEED + programs))).isGreaterThan(programs / 4);
    }

    /** Seeds that were never tried, until the time is over or something fails; flavours, compilers and releases by turns. */
    @Test
    @Tag("nightly")
    void newSeedsAsLongAsTimeAllows() {
        List<Dialect> dialects = List.of(Dialect.of(17, "-g"), Dialect.ecj(17, "-g"), Dialect.of(Dialect.newest(), "-g:none"),
                Dialect.ecj(Dialect.newest(), "-g:none"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        for (long seed = System.currentTimeMillis(); System.nanoTime() - end < 0; seed += PORTION) {
            int turn = (int) (seed / PORTION % (dialects.size() * Flavour.values().length));
            Flavour flavour = Flavour.values()[turn / dialects.size()];
            assertSound(flavour, dialects.get(turn % dialects.size()), LongStream.range(seed, seed + PORTION).toArray());
        }
    }

    /** The seeds of one of the compilations by javac. */
    private static long[] seeds(int compilation) {
        return LongStream.range(SEED + (long) compilation * COUNT, SEED + (compilation + 1L) * COUNT).toArray();
    }

    private static long[] eclipses(int compilation) {
        return LongStream.of(seeds(compilation)).filter(seed -> seed % ECLIPSE == 0).toArray();
    }

    /** Programs that a compiler got wrong by itself say nothing; if they are many, the test does not either. */
    private static void assertSound(Flavour flavour, Dialect dialect, long[] seeds) {
        RandomBatch.Findings findings = new RandomBatch(flavour, dialect).findings(LongStream.of(seeds));
        System.out.println(seeds.length + " programs, " + flavour + " " + dialect + ": " + findings.compilerFaults().size()
                + " that the compiler got wrong itself");
        findings.compilerFaults().forEach(System.out::println);
        assertThat(findings.failures()).isEmpty();
        assertThat(findings.compilerFaults()).hasSizeLessThanOrEqualTo(seeds.length * MOST_FAULTS_PERCENT / 100);
    }
}
