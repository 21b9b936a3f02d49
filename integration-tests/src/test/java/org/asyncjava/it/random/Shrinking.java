package org.asyncjava.it.random;

import java.util.List;

/** Takes statements away from a failing program as long as it fails in the same manner. */
final class Shrinking {
    private static final int ATTEMPTS = 400;

    private final RandomBatch batch;
    private int attempts = ATTEMPTS;

    Shrinking(RandomBatch batch) {
        this.batch = batch;
    }

    /** A program that fails as the given one does and that loses the failure with each statement; or the best that was found in time. */
    RandomProgram smallest(RandomProgram failing) {
        String manner = manner(batch.problem(failing));
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
            if (manner(batch.problem(candidate)).equals(manner)) {
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
