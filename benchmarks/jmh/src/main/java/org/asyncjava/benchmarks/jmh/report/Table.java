package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown; all columns but the first are flush right. */
final class Table {
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    Table(String... header) {
        columns = header.length;
        text.append("| ").append(String.join(" | ", header)).append(" |\n|---|").append("---:|".repeat(columns - 1)).append('\n');
    }

    Table row(String first, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(rest);
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells + " are not " + columns);
        }
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
