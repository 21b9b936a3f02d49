package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Several operands, and functions of their results, as lists and functions of lists. */
final class Combined {
    private Combined() {
    }

    /** Those that the program calls {@code a}, {@code b} and so on. */
    @SafeVarargs
    static <O> List<O> operands(O... operands) {
        return Arrays.asList(named(operands));
    }

    /** Refuses null by the name. */
    static <O> O[] named(O[] operands) {
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] == null) {
                throw new NullPointerException(String.valueOf((char) ('a' + i)));
            }
        }
        return operands;
    }

    @SuppressWarnings("unchecked")
    static <A, B, R> Function<List<Object>, R> of2(BiFunction<? super A, ? super B, ? extends R> combine) {
        Objects.requireNonNull(combine, "combine");
        return all -> combine.apply((A) all.get(0), (B) all.get(1));
    }

    @SuppressWarnings("unchecked")
    static <A, B, C, R> Function<List<Object>, R> of3(Function3<? super A, ? super B, ? super C, ? extends R> combine) {
        Objects.requireNonNull(combine, "combine");
        return all -> combine.apply((A) all.get(0), (B) all.get(1), (C) all.get(2));
    }

    @SuppressWarnings("unchecked")
    static <A, B, C, D, R> Function<List<Object>, R> of4(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> combine) {
        Objects.requireNonNull(combine, "combine");
        return all -> combine.apply((A) all.get(0), (B) all.get(1), (C) all.get(2), (D) all.get(3));
    }
}
