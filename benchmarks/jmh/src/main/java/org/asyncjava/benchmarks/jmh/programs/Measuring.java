package org.asyncjava.benchmarks.jmh.programs;

import java.util.Map;
import org.asyncjava.benchmarks.Contender;

/** One program: what it finds out about a contender. */
@FunctionalInterface
interface Measuring {
    /**
     * Measures.
     *
     * @param contender a new one
     * @param scale how large
     * @return figures by name; a name ends with its unit
     */
    Map<String, Double> measure(Contender contender, Scale scale);
}
