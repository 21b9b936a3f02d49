package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.junit.AsyncExtension;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

/** Mocks answer with coroutines, at once or after a time of the test's clock. */
@ExtendWith({MockitoExtension.class, AsyncExtension.class})
class MockedRatesTest {
    @Mock
    private Rates rates;

    @BeforeEach
    @AsyncEntry
    void theEuroIsKnownAfterAnHour() {
        when(rates.rateOf("EUR")).thenReturn(answerAfter(Duration.ofHours(1), 1.1));
        await(sleep(Duration.ofMinutes(1)));
    }

    @Async
    private static <T> Coroutine<T> answerAfter(Duration time, T answer) {
        await(sleep(time));
        return Coroutine.of(answer);
    }

    @AsyncTest
    void bothAreAskedAtOnce(@Mock Rates others, TestLoop test) {
        when(others.rateOf("EUR")).thenReturn(answerAfter(Duration.ofHours(1), 1.2));
        assertThat(await(gather(rates.rateOf("EUR"), others.rateOf("EUR")))).isEqualTo(List.of(1.1, 1.2));
        assertThat(test.elapsed()).isEqualTo(Duration.ofMinutes(61));
        verify(rates).rateOf("EUR");
    }

    @ParameterizedTest
    @CsvSource({"59, false", "61, true"})
    @AsyncEntry
    void whoeverWaitsLongEnoughKnows(int minutes, boolean known) {
        Task<Double> limited = createTask(waitFor(rates.rateOf("EUR"), Duration.ofMinutes(minutes)));
        await(waitAll(limited));
        if (known) {
            assertThat(limited.result()).isEqualTo(1.1);
        } else {
            assertThat(limited.exception()).isInstanceOf(AsyncTimeoutException.class);
        }
    }
}
