package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.outcomeOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times at the ends of what a {@code long} can hold. */
@Timeout(60)
class TimeExtremesTest {
    private static final Duration CENTURY = Duration.ofDays(36_525);
    private final List<Object> log = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE / 2, -1, 0})
    void whatIsPastIsDueAtOnce(long when) {
        EventLoop real = new EventLoop();
        real.callAt(when, () -> log.add("due"));
        real.callSoon(() -> real.callSoon(() -> real.callSoon(real::stop)));
        real.runForever();
        real.close();
        assertThat(log).containsExactly("due");

        assertThat(untilWhen(when)).isEqualTo("timed out");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE / 2 + 1})
    void whatIsFarAwayHidesNothingThatIsDue(long when) {
        try (TestLoop test = new TestLoop()) {
            TimerHandle far = test.loop().callAt(when, () -> log.add("far"));
            test.loop().callAt(test.loop().time() - 1_000_000_000, () -> log.add("past"));
            test.loop().callLater(Duration.ofMillis(1), () -> log.add("soon"));
            test.advanceBy(Duration.ofMillis(2));
            far.cancel();
        }
        assertThat(log).containsExactly("past", "soon");

        assertThat(untilWhen(when)).isEqualTo("in time");
    }

    @Test
    void timesOfAllKindsComeInTheirOrder() {
        try (TestLoop test = new TestLoop()) {
            for (long when : new long[] {5, Long.MIN_VALUE, -5, 0, Long.MIN_VALUE + 1, 4}) {
                test.loop().callAt(when, () -> log.add(when));
            }
            test.advanceBy(Duration.ofNanos(10));
        }
        assertThat(log).containsExactly(Long.MIN_VALUE, Long.MIN_VALUE + 1, -5L, 0L, 4L, 5L);
    }

    @Test
    void whatIsNeverDueStaysSoHoweverMuchTimePasses() {
        try (TestLoop test = new TestLoop()) {
            TimerHandle never = test.loop().callAt(org.asyncjava.runtime.Timeout.NEVER, () -> log.add("never"));
            for (int i = 0; i < 5; i++) {
                test.advanceBy(CENTURY);
            }
            test.loop().callLater(CENTURY, () -> log.add("at the end of time"));
            test.advanceBy(CENTURY);
            never.cancel();
        }
        assertThat(log).containsExactly("at the end of time");
    }

    @Test
    void sleepsMayAddUpToMoreThanThereIs() {
        Object value = new TestLoop().run(coroutine(() -> {
            await(Coroutines.sleep(CENTURY));
            await(Coroutines.sleep(CENTURY));
            await(Coroutines.sleep(CENTURY));
            await(Coroutines.sleep(CENTURY));
            return Coroutine.of("slept");
        }));

        assertThat(value).isEqualTo("slept");
    }

    private static Object untilWhen(long when) {
        return new TestLoop().run(coroutine(() -> {
            var outcome = await(outcomeOf(Coroutines.timeoutAt(when,
                            limit -> coroutine(() -> {
                                await(Coroutines.sleep(Duration.ofMillis(1)));
                                return Coroutine.of("in time");
                            }))));
            var value = outcome.value();
            Throwable failure = outcome.failure();
            return Coroutine.of(failure instanceof AsyncTimeoutException ? "timed out" : value);
        }));
    }
}
