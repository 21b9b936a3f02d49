package org.asyncjava.benchmarks.eaasync;

import static org.assertj.core.api.Assertions.assertThat;

import org.asyncjava.benchmarks.Agreement;
import org.junit.jupiter.api.Test;

class ContendersAgreeTest {
    @Test
    void eaAsyncReturnsWhatTheWorkloadsDemand() {
        assertThat(Agreement.differences(new EaAsync())).isEmpty();
    }
}
