package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;

import org.junit.jupiter.api.Test;

/** What another thread does between a call's look and its wait, and what is left of a wait that was given up. */
class BufferTest { // HARD_CASES 65
    private final Buffer<Integer> buffer = new Buffer<>("a buffer", new UnsortedItems<>(new ArrayDeque<>()), 1);

    @Test
    void nobodyWaitsForAnItemThatHasComeMeanwhile() {
        assertThat(buffer.remove()).isNull();
        assertThat(buffer.add(1)).isTrue();
        assertThat(buffer.waitForItem()).isNull();
        assertThat(buffer.remove()).isEqualTo(1);
        assertThat(buffer.waitForItem()).isNotNull();
    }

    @Test
    void nobodyWaitsForRoomThatThereIsMeanwhile() {
        buffer.add(1);
        assertThat(buffer.add(2)).isFalse();
        assertThat(buffer.remove()).isEqualTo(1);
        assertThat(buffer.waitForRoom()).isNull();
        assertThat(buffer.add(2)).isTrue();
        assertThat(buffer.waitForRoom()).isNotNull();
    }

    @Test
    void nobodyWaitsAtAQueueThatHasBeenShutDownMeanwhile() {
        buffer.add(1);
        assertThat(buffer.add(2)).isFalse();
        buffer.shutDown();
        assertThat(buffer.waitForRoom()).isNull();
        assertThat(buffer.remove()).isEqualTo(1);
        assertThat(buffer.waitForItem()).isNull();
    }

    @Test
    void whoGivesUpLeavesNothingBehind() {
        buffer.giveUpRemoving(buffer.waitForItem());
        buffer.add(1);
        buffer.giveUpAdding(buffer.waitForRoom());
        buffer.giveUpJoining(buffer.waitForEnd());
        assertThat(buffer).hasToString("open, items:1/1, unfinished:1");
    }
}
