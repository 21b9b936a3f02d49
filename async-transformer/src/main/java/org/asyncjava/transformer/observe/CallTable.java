package org.asyncjava.transformer.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.rules.Printable;

/** Tasks and methods, a line each, in columns. */
final class CallTable {
    /** Wider cells push the rest of their line to the right. */
    private static final int WIDEST = 56;
    private static final int MOST_AWAITED = 5;
    private static final String NOTHING = "-";

    private final boolean hasTimes;
    private final Set<Long> deadlocked;
    private final List<List<String>> rows = new ArrayList<>();

    private CallTable(ObservedRuntime runtime) {
        this.hasTimes = runtime.calls().stream().anyMatch(call -> call.waited() >= 0);
        this.deadlocked = runtime.deadlocked();
    }

    /** Of some of a runtime's calls. */
    static List<String> of(ObservedRuntime runtime, List<ObservedCall> some) {
        CallTable table = new CallTable(runtime);
        table.rows.add(table.header());
        some.forEach(call -> table.rows.add(table.row(call)));
        return table.lines();
    }

    private List<String> header() {
        List<String> cells = new ArrayList<>(List.of("ID", "KIND", "NAME", "LOOP", "STATE", "AWAITS", "WAITS FOR", "AT"));
        if (hasTimes) {
            cells.add(5, "WAITED");
        }
        return cells;
    }

    private List<String> row(ObservedCall call) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(call.id()));
        cells.add(call.kind());
        cells.add(orNothing(call.name()));
        cells.add(call.loop() == 0 ? NOTHING : Long.toString(call.loop()));
        cells.add(deadlocked.contains(call.id()) ? "deadlock" : call.state());
        if (hasTimes) {
            cells.add(call.waited() < 0 ? NOTHING : Times.text(call.waited()));
        }
        cells.add(orNothing(call.awaits().stream().limit(MOST_AWAITED).map(String::valueOf).collect(Collectors.joining(","))
                + (call.awaits().size() > MOST_AWAITED ? ",..." : "")));
        cells.add(orNothing(call.waitsFor()));
        cells.add(call.stack().isEmpty() ? NOTHING : call.stack().get(0).toString());
        cells.replaceAll(Printable::of);
        return cells;
    }

    private static String orNothing(String cell) {
        return cell.isEmpty() ? NOTHING : cell;
    }

    private List<String> lines() {
        int[] widths = new int[rows.get(0).size() - 1];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(Math.max(0, widths[i] - row.get(i).length()) + 2));
        }
        return line.append(row.get(widths.length)).toString();
    }
}
