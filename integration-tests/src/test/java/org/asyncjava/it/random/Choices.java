package org.asyncjava.it.random;

import java.util.List;
import java.util.Random;

/** The decisions of one generated program; the same for the same seed. */
final class Choices {
    private final Random random;

    Choices(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
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
