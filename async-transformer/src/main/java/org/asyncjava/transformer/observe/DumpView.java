package org.asyncjava.transformer.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.asyncjava.rules.Printable;

/** What a process says, in lines of printable characters. */
public interface DumpView {
    /**
     * Shows one runtime.
     *
     * @param runtime what it says
     * @return lines
     */
    List<String> lines(ObservedRuntime runtime);

    /**
     * A line for each task or method.
     *
     * @return a table
     */
    static DumpView table() {
        return runtime -> CallTable.of(runtime, runtime.calls());
    }

    /**
     * Circles, loops, and who awaits whom.
     *
     * @param drawing what the tree is drawn with
     * @return a tree
     */
    static DumpView tree(TreeLines drawing) {
        return runtime -> {
            List<String> lines = new ArrayList<>(Summary.deadlocks(runtime));
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(Summary.loops(runtime));
            lines.add("");
            lines.addAll(CallTree.of(runtime, drawing));
            if (!runtime.isInDebugMode()) {
                lines.add("");
                lines.add("Methods on no loop, strands that no task waits for, and who has taken a lock by acquire() are known with -Dasyncjava.debug=true.");
            }
            return lines;
        };
    }

    /**
     * Numbers, circles, loops, and a table of those that have waited for longest; where times are not known, of those in circles before others.
     *
     * @param rows how many
     * @return a view that is as long as that, whatever the program does
     */
    static DumpView longest(int rows) {
        return runtime -> {
            List<String> lines = new ArrayList<>(List.of(Summary.states(runtime)));
            lines.addAll(cut(Summary.deadlocks(runtime), rows));
            lines.addAll(cut(Summary.states(runtime.loops()), rows));
            lines.add("");
            Set<Long> deadlocked = runtime.deadlocked();
            List<ObservedCall> first = runtime.calls().stream().sorted(Comparator.comparingLong((ObservedCall call) -> -call.waited())
                    .thenComparing(call -> !deadlocked.contains(call.id()))).limit(rows).toList();
            lines.addAll(CallTable.of(runtime, first));
            lines.addAll(more(runtime.calls().size() - first.size()));
            return lines;
        };
    }

    private static List<String> cut(List<String> lines, int rows) {
        List<String> first = new ArrayList<>(lines.subList(0, Math.min(rows, lines.size())));
        first.addAll(more(lines.size() - first.size()));
        return first;
    }

    private static List<String> more(int left) {
        return left == 0 ? List.of() : List.of("... and " + left + " more");
    }

    /**
     * Shows all runtimes of a process.
     *
     * @param runtimes what each says
     * @return lines, with the class loader above each if there are several
     */
    default List<String> lines(List<ObservedRuntime> runtimes) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < runtimes.size(); i++) {
            if (runtimes.size() > 1) {
                lines.addAll(i == 0 ? List.of() : List.of(""));
                lines.add(Printable.of("runtime " + (i + 1) + " of " + runtimes.size() + ", in class loader " + runtimes.get(i).loader()));
            }
            lines.addAll(lines(runtimes.get(i)));
        }
        return lines;
    }
}
