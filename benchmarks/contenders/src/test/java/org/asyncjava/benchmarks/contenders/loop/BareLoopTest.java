package org.asyncjava.benchmarks.contenders.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BareLoopTest {
    private final BareLoop loop = new BareLoop();
    private final List<Object> log = new ArrayList<>();

    @Test
    void manyItemsRunInTheirOrderAndWhatTheyAddRunsAfterThem() {
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            loop.add(() -> {
                log.add(number);
                loop.add(() -> log.add(1_000 + number));
            });
        }
        loop.run();

        assertThat(log).isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void timersComeInTheOrderOfTheirTimes() {
        TimerHeap timers = new TimerHeap();
        Random random = new Random(7);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            long time = random.nextInt(500);
            times.add(time);
            timers.add(time, () -> log.add(time));
        }
        while (!timers.isEmpty()) {
            timers.removeFirst().run();
        }

        assertThat(log).isEqualTo(times.stream().sorted().toList());
    }

    @Test
    void timersThatAreDueRun() {
        loop.addAfter(1, () -> log.add("later"));
        loop.addAfter(0, () -> log.add("at once"));
        loop.run();

        assertThat(log).containsExactlyInAnyOrder("later", "at once"); // more than a millisecond may lie between the two calls
    }
}
