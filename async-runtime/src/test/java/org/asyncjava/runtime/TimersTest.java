package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class TimersTest {
    private final Timers timers = new Timers();
    private final List<Integer> fired = new ArrayList<>();

    private final class Entry implements Timers.Timer {
        private final int number;
        private boolean cancelled;

        private Entry(int number) {
            this.number = number;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void run() {
            fired.add(number);
        }

        private void cancel() {
            cancelled = true;
            timers.noteCancelled();
        }
    }

    private void fireUntil(long now) {
        ReadyQueue queue = new ReadyQueue();
        timers.drainDue(now, queue);
        while (!queue.isEmpty()) {
            queue.first().run();
            queue.removeFirst();
        }
    }

    @Test
    void timersOfOneTimeFireInTheOrderOfRegistration() {
        for (int i = 0; i < 1000; i++) {
            timers.add(i % 10, new Entry(i));
        }
        fireUntil(Long.MAX_VALUE / 2);
        List<Integer> expected = new ArrayList<>();
        for (int time = 0; time < 10; time++) {
            for (int i = time; i < 1000; i += 10) {
                expected.add(i);
            }
        }
        assertThat(fired).isEqualTo(expected);
    }

    @Test
    void onlyWhatIsDueFires() {
        timers.add(5, new Entry(5));
        timers.add(7, new Entry(7));
        timers.add(6, new Entry(6));
        fireUntil(6);
        assertThat(fired).containsExactly(5, 6);
        assertThat(timers.firstTime()).isEqualTo(7);
    }

    @Test
    void whateverIsCancelledTheRestFiresInOrder() {
        Random random = new Random(42);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Entry entry = new Entry(i);
            entries.add(entry);
            timers.add(i, entry);
        }
        List<Integer> expected = new ArrayList<>();
        for (Entry entry : entries) {
            if (random.nextInt(10) < 8) {
                entry.cancel();
            } else {
                expected.add(entry.number);
            }
        }
        fireUntil(10_000);
        assertThat(fired).isEqualTo(expected);
        assertThat(timers.isEmpty()).isTrue();
    }

    @Test
    void cancelledTimersAreThrownOutWhenTheyAreTheMajority() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Entry entry = new Entry(i);
            entries.add(entry);
            timers.add(i, entry);
        }
        entries.subList(100, 601).forEach(Entry::cancel);
        assertThat(timers.size()).isEqualTo(499);
    }
}
