package org.asyncjava.benchmarks.jmh.gate;

import java.util.List;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.jmh.Contenders;

/** The main class of a JVM in which contenders that loop over elements do so in very many turns of their loops. */
public final class ElementsInTurns {
    private static final int TURNS = 20_000;
    private static final int ELEMENTS = 8;

    private ElementsInTurns() {
    }

    /**
     * Loops over elements that are ready.
     *
     * @param args the contenders
     */
    public static void main(String[] args) {
        for (String name : List.of(args)) {
            try (Contender contender = Contenders.open(name)) {
                if (contender instanceof Iterations loops && loops.sources().contains(Iterations.Source.READY)) {
                    run(loops);
                }
            }
        }
    }

    private static void run(Iterations loops) {
        for (int turn = 0; turn < TURNS; turn++) {
            loops.iterate(Iterations.Source.READY, 1, ELEMENTS);
        }
    }
}
