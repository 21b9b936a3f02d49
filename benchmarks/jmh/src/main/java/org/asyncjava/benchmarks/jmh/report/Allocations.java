package org.asyncjava.benchmarks.jmh.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The table that every build checks: what is allocated where nothing is optimised away.
 *
 * @param figures by the first two columns
 */
record Allocations(Map<String, Double> figures) {
    static Allocations read(Path table) throws IOException {
        Map<String, Double> figures = new HashMap<>();
        if (Files.exists(table)) {
            Files.readAllLines(table).stream().skip(1).forEach(line -> {
                int last = line.lastIndexOf(',');
                figures.put(line.substring(0, last), Double.parseDouble(line.substring(last + 1)));
            });
        }
        return new Allocations(figures);
    }

    OptionalDouble figure(String what, String where) {
        Double figure = figures.get(what + "," + where);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }
}
