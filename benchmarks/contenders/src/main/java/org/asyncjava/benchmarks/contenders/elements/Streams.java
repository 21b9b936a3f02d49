package org.asyncjava.benchmarks.contenders.elements;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code Stream.mapMulti}: its body gives the elements to the stages behind it, as fast as it can; so nothing can be between two of them, and a
 * loop that asks for them would have all of them kept.
 */
public final class Streams extends ElementsAlone {
    @Override
    public String name() {
        return "map-multi";
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.PLAIN);
    }

    @Override
    public long iterate(Source source, int iterations, int elements) {
        if (source != Source.PLAIN) {
            throw none();
        }
        long sum = 0;
        for (int i = 0; i < iterations; i++) {
            sum += counted(elements).mapToLong(Integer::longValue).sum();
        }
        return sum;
    }

    private static Stream<Integer> counted(int bound) {
        return Stream.of(bound).mapMulti((end, next) -> {
            for (int i = 0; i < end; i++) {
                next.accept(i & 7);
            }
        });
    }
}
