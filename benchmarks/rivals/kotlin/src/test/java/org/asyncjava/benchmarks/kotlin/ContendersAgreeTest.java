package org.asyncjava.benchmarks.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import org.asyncjava.benchmarks.Agreement;
import org.junit.jupiter.api.Test;

class ContendersAgreeTest {
    @Test
    void rawCoroutinesReturnWhatTheWorkloadsDemand() {
        assertThat(Agreement.differences(new KotlinRaw())).isEmpty();
    }

    @Test
    void kotlinxReturnsWhatTheWorkloadsDemand() {
        assertThat(Agreement.differences(new Kotlinx())).isEmpty();
    }
}
