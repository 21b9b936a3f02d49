package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

class OutcomeTest {
    private final IOException broken = new IOException("broken");
    private final Outcome<String> fine = new Outcome<>("value", null);
    private final Outcome<String> failed = new Outcome<>(null, broken);
    private final Outcome<String> cancelled = new Outcome<>(null, new CancellationException("enough"));

    @Test
    void tellsHowItEnded() {
        assertThat(fine).matches(outcome -> !outcome.isFailed() && !outcome.isCancelled());
        assertThat(failed).matches(outcome -> outcome.isFailed() && !outcome.isCancelled());
        assertThat(cancelled).matches(outcome -> outcome.isFailed() && outcome.isCancelled());
    }

    @Test
    void givesTheValueOrThrowsTheFailureAsItIs() {
        assertThat(fine.get()).isEqualTo("value");
        assertThatThrownBy(failed::get).isSameAs(broken);
        assertThatThrownBy(cancelled::get).isSameAs(cancelled.failure());
    }

    @Test
    void aCheckedFailureCanBeCaught() {
        IOException caught = null;
        try {
            failed.orElseThrow(IOException.class);
        } catch (IOException failure) {
            caught = failure;
        }
        assertThat(caught).isSameAs(broken);
    }

    @Test
    void aFailureIsTurnedIntoAnother() throws Exception {
        assertThat(fine.orElseThrow(IllegalArgumentException::new)).isEqualTo("value");
        assertThatThrownBy(() -> failed.orElseThrow(failure -> new IllegalArgumentException("wrapped", failure)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("wrapped").hasCause(broken);
    }
}
