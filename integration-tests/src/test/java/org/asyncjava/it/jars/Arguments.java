package org.asyncjava.it.jars;

import java.util.List;
import java.util.stream.Stream;

/** Lists of arguments, put together. */
final class Arguments {
    private final List<String> first;

    private Arguments(List<String> first) {
        this.first = first;
    }

    static Arguments of(String... first) {
        return new Arguments(List.of(first));
    }

    List<String> and(String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }
}
