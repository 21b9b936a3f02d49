package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;

import org.junit.jupiter.api.Test;

/** What another thread does between a call's look and its wait, and what is left of a wait that was given up. */
class BufferTest { // HARD_CASES 65
    private final Buffer<Integer> buffer = new Buffer<>("a buffer", new UnsortedItems<>(new ArrayDeque<>()), 1);

    @Test
    void nobodyWaitsForAnItemThatHasComeMeanwhile() {
        assertThat(buffer.remove()).isNull();
        assertThat(buffer.add(1)).isTrue();
        assertThat(buffer.removeOrJoin()).isEqualTo(1);
        assertThat(buffer.removeOrJoin()).isInstanceOf(Waiter.class);
        assertThat(buffer).hasToString("open, items:0/1, unfinished:1, takers:1");
    }

    @Test
    void nobodyWaitsForRoomThatThereIsMeanwhile() {
        buffer.add(1);
        assertThat(buffer.add(2)).isFalse();
        assertThat(buffer.remove()).isEqualTo(1);
        assertThat(buffer.addOrJoin(2)).isNull();
        assertThat(buffer.addOrJoin(3)).isNotNull();
        assertThat(buffer).hasToString("open, items:1/1, unfinished:2, putters:1");
    }

    @Test
    void nobodyWaitsAtAQueueThatHasBeenShutDownMeanwhile() {
        buffer.add(1);
        assertThat(buffer.add(2)).isFalse();
        buffer.shutDown();
        assertThatThrownBy(() -> buffer.addOrJoin(2)).isInstanceOf(QueueShutDownException.class);
        assertThat(buffer.removeOrJoin()).isEqualTo(1);
        assertThatThrownBy(buffer::removeOrJoin).isInstanceOf(QueueShutDownException.class);
        assertThat(buffer).hasToString("shut down, items:0/1, unfinished:1");
    }

    @Test
    void whoGivesUpLeavesNothingBehind() {
        buffer.giveUpRemoving((Waiter) buffer.removeOrJoin());
        buffer.add(1);
        buffer.giveUpAdding(buffer.addOrJoin(2));
        buffer.giveUpJoining(buffer.waitForEnd());
        assertThat(buffer).hasToString("open, items:1/1, unfinished:1");
    }
}
