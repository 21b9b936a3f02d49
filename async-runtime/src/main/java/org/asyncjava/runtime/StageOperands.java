package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** The stages that a combinator is given: copied, since the program may change what they came in, and none of them null. */
final class StageOperands {
    private StageOperands() {
    }

    /** As they were named. */
    static Object[] of(Iterable<? extends CompletionStage<?>> stages) {
        Collection<CompletionStage<?>> all = new ArrayList<>(stages instanceof Collection<?> some ? some.size() : 0);
        Objects.requireNonNull(stages, "operands").forEach(all::add);
        return checked(all.toArray());
    }

    /** Those that the program calls {@code a}, {@code b} and so on. */
    static Object[] named(Object... stages) {
        return Combined.named(stages);
    }

    /** As they were named. */
    static Object[] of(CompletionStage<?>... stages) {
        return checked(Arrays.copyOf(Objects.requireNonNull(stages, "operands"), stages.length, Object[].class));
    }

    private static Object[] checked(Object[] stages) {
        for (Object stage : stages) {
            Objects.requireNonNull(stage, "operand");
        }
        return stages;
    }

    /** For what needs one to run. */
    static Object[] someOf(Object[] stages) {
        if (stages.length == 0) {
            throw new IllegalArgumentException("nothing to run: the collection of operands is empty");
        }
        return stages;
    }

    /** Each once, for what needs one to wait for. */
    static Object[] eachOf(Iterable<? extends CompletionStage<?>> stages) {
        Collection<Object> each = new LinkedHashSet<>();
        Objects.requireNonNull(stages, "futures").forEach(stage -> each.add(Objects.requireNonNull(stage, "future")));
        if (each.isEmpty()) {
            throw new IllegalArgumentException("nothing to wait for: the collection of stages is empty");
        }
        return each.toArray();
    }
}
