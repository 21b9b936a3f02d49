package org.asyncjava.it.random;

import java.util.List;
import java.util.Random;

/** The decisions of one generated program; the same for the same seed. */
final class Choices {
    private static final int FIRST_WITH_PATTERN_SWITCHES = 21;

    private final Random random;
    private final Grammar grammar;

    Choices(long seed, Grammar grammar) {
        this.grammar = grammar;
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** Whether switches know patterns, and patterns take records apart. */
    boolean hasPatternSwitches() {
        return grammar.release() >= FIRST_WITH_PATTERN_SWITCHES;
    }

    /** Whether there are methods that emit, loops over what they emit, and resources that are closed by awaiting. */
    boolean hasGenerators() {
        return grammar.hasGenerators();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int probability) {
        return random.nextInt(100) < probability;
    }

    <T> T of(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    @SafeVarargs
    final <T> T of(T... options) {
        return options[random.nextInt(options.length)];
    }
}
