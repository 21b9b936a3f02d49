package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.api.Test;

class HeapTest {
    private int comparisonsLeft = Integer.MAX_VALUE;
    private final Comparator<Integer> order = (a, b) -> {
        if (comparisonsLeft-- == 0) {
            throw new IllegalStateException("of the comparator");
        }
        return Integer.compare(a / 10, b / 10);
    };

    @Test
    void givesItsElementsInTheOrderOfTheJdksQueue() {
        Random random = new Random(4711);
        Heap<Integer> heap = new Heap<>(order);
        PriorityQueue<Integer> expected = new PriorityQueue<>(order);
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(3) == 0) {
                assertThat(heap.poll()).isEqualTo(expected.poll());
            } else {
                int element = random.nextInt(1000);
                heap.add(element);
                expected.add(element);
            }
            assertThat(heap.peek()).isEqualTo(expected.peek());
        }
        assertThat(heap).containsExactlyElementsOf(expected);
    }

    @Test
    void losesNothingWhenTheComparatorThrows() {
        Heap<Integer> heap = new Heap<>(order);
        for (int element = 500; element > 0; element--) {
            heap.add(element);
        }
        for (int failing = 0; failing < 7; failing++) {
            List<Integer> before = new ArrayList<>(heap);
            comparisonsLeft = failing;
            assertThatThrownBy(() -> heap.add(-100)).hasMessage("of the comparator");
            assertThat(heap).containsExactlyElementsOf(before);
            comparisonsLeft = failing;
            assertThatThrownBy(heap::poll).hasMessage("of the comparator");
            assertThat(heap).containsExactlyElementsOf(before);
        }
    }
}
