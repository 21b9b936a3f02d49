package org.asyncjava.benchmarks.tascalate;

import static org.assertj.core.api.Assertions.assertThat;

import org.asyncjava.benchmarks.Agreement;
import org.junit.jupiter.api.Test;

class ContendersAgreeTest {
    @Test
    void tascalateReturnsWhatTheWorkloadsDemand() {
        assertThat(Agreement.differences(new Tascalate())).isEmpty();
    }
}
