package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

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
    void givesTheSmallestFirstAndEqualOnesInTheOrderInWhichTheyCame() {
        Random random = new Random(4711);
        Heap<Integer> heap = new Heap<>(order);
        SortedMap<Integer, Deque<Integer>> expected = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(3) == 0 && heap.size() > 0) {
                Deque<Integer> smallest = expected.get(expected.firstKey());
                assertThat(heap.first()).isEqualTo(smallest.remove());
                if (smallest.isEmpty()) {
                    expected.remove(expected.firstKey());
                }
                heap = heap.withoutFirst();
            } else {
                int item = random.nextInt(1000);
                heap = heap.with(item);
                expected.computeIfAbsent(item / 10, key -> new ArrayDeque<>()).add(item);
            }
        }
        List<Integer> rest = new ArrayList<>();
        expected.values().forEach(rest::addAll);
        assertThat(drained(heap)).isEqualTo(rest).hasSize(heap.size());
    }

    private static List<Integer> drained(Heap<Integer> heap) {
        List<Integer> items = new ArrayList<>();
        for (Heap<Integer> rest = heap; rest.first() != null; rest = rest.withoutFirst()) {
            items.add(rest.first());
        }
        return items;
    }

    @Test
    void losesNothingWhenTheComparatorThrows() {
        Heap<Integer> descending = new Heap<>(order);
        for (int item = 500; item > 0; item--) {
            descending = descending.with(item);
        }
        Heap<Integer> heap = descending.withoutFirst();
        List<Integer> before = drained(heap);
        for (int failing = 0; failing < 3; failing++) {
            comparisonsLeft = failing;
            assertThatThrownBy(() -> heap.with(1000)).hasMessage("of the comparator");
            comparisonsLeft = failing;
            assertThatThrownBy(heap::withoutFirst).hasMessage("of the comparator");
            comparisonsLeft = Integer.MAX_VALUE;
            assertThat(drained(heap)).isEqualTo(before);
        }
    }

    @Test
    void anyNumberOfItemsInAnyOrderNeedsAFewFramesAndComparisons() {
        int count = 100_000;
        SmallStack.run(() -> {
            for (int step : new int[] {10, -10, 0}) {
                Heap<Integer> heap = new Heap<>(order);
                for (int i = 0; i < count; i++) {
                    comparisonsLeft = 40;
                    heap = heap.with(step * i);
                }
                for (int i = 0; i < count; i++) {
                    comparisonsLeft = 40;
                    heap = heap.withoutFirst();
                }
                assertThat(heap.size()).isZero();
            }
        });
    }

    /** The second would make the first one's change undone. */
    @Test
    void ofTwoChangesOfOneHeapOneAtMostFollows() {
        Heap<Integer> heap = new Heap<>(order).with(1);
        Heap<Integer> more = heap.with(2);
        Heap<Integer> less = heap.withoutFirst();
        assertThat(heap.isFollowedBy(more)).isTrue();
        assertThat(heap.isFollowedBy(less)).isTrue();
        assertThat(more.isFollowedBy(less)).isFalse();
        assertThat(less.isFollowedBy(more)).isFalse();
        assertThat(heap.isFollowedBy(more.with(3))).isFalse();
        assertThat(heap.isFollowedBy(null)).isFalse();
        assertThat(new Heap<>(order).withoutFirst()).isNull();
    }
}
