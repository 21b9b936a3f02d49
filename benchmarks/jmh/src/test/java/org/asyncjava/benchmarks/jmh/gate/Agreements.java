package org.asyncjava.benchmarks.jmh.gate;

import java.util.List;
import org.asyncjava.benchmarks.Agreement;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.jmh.Contenders;

/** The main class of a JVM that runs every workload of contenders once and more, and ends with an error where a result is wrong. */
public final class Agreements {
    private Agreements() {
    }

    /**
     * Runs the workloads.
     *
     * @param args the contenders
     */
    public static void main(String[] args) {
        for (String name : args) {
            try (Contender contender = Contenders.open(name)) {
                List<String> differences = Agreement.differences(contender);
                if (!differences.isEmpty()) {
                    throw new IllegalStateException(differences.toString());
                }
            }
        }
    }
}
