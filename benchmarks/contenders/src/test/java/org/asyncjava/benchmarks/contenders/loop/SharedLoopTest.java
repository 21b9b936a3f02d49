package org.asyncjava.benchmarks.contenders.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedLoopTest {
    @Test
    void workOfAnotherThreadWakesTheLoopAndKeepsItsOrder() {
        SharedLoop loop = new SharedLoop();
        List<Integer> log = new ArrayList<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 10_000; i++) {
                int number = i;
                loop.execute(() -> log.add(number));
            }
            loop.execute(() -> end.complete(null));
        });
        loop.runUntil(end);

        assertThat(log).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }
}
