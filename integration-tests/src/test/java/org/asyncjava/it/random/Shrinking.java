package org.asyncjava.it.random;

import java.util.List;
import java.util.function.Function;

/** Takes statements away from a failing program as long as it fails in the same manner. */
final class Shrinking {
    private static final int ATTEMPTS = 400;

    private final Function<RandomProgram, String> problem;
    private int attempts = ATTEMPTS;

    /**
     * Makes a shrinker.
     *
     * @param problem what is wrong with a program; empty if nothing is
     */
    Shrinking(Function<RandomProgram, String> problem) {
        this.problem = problem;
    }

    /** A program that fails as the given one does and that loses the failure with each statement; or the best that was found in time. */
    RandomProgram smallest(RandomProgram failing) {
        String manner = manner(problem.apply(failing));
        RandomProgram current = failing;
        RandomProgram next = smaller(current, manner);
        while (next != current) {
            current = next;
            next = smaller(current, manner);
        }
        return current;
    }

    private RandomProgram smaller(RandomProgram program, String manner) {
        for (List<Node> methods : Node.smaller(program.methods())) {
            if (attempts-- <= 0) {
                return program;
            }
            RandomProgram candidate = program.with(methods);
            if (manner(problem.apply(candidate)).equals(manner)) {
                return candidate;
            }
        }
        return program;
    }

    /** The first words of a problem: a source that javac refuses or a class that is refused is another manner than a wrong log. */
    private static String manner(String problem) {
        int end = problem.indexOf(' ', problem.indexOf(' ') + 1);
        return end < 0 ? problem : problem.substring(0, end);
    }
}
