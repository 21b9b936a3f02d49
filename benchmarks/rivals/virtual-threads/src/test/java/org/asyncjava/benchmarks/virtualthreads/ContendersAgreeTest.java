package org.asyncjava.benchmarks.virtualthreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.asyncjava.benchmarks.Agreement;
import org.junit.jupiter.api.Test;

class ContendersAgreeTest {
    @Test
    void virtualThreadsReturnWhatTheWorkloadsDemand() {
        assertThat(Agreement.differences(new VirtualThreads())).isEmpty();
    }

    @Test
    void virtualThreadsDrivenByAVirtualThreadReturnTheSame() throws Exception {
        FutureTask<List<String>> differences = new FutureTask<>(() -> Agreement.differences(new VirtualThreads()));
        Thread.startVirtualThread(differences);
        assertThat(differences.get()).isEmpty();
    }
}
