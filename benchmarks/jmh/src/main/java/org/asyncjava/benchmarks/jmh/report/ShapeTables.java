package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;
import org.asyncjava.benchmarks.jmh.programs.ManyClasses;

/**
 * The same code in other surroundings: with operands that are all different ones, in many classes, with other collectors.
 *
 * @param results the figures
 */
record ShapeTables(Results results) {
    private static final String OURS = "ours-future";
    private static final List<String> JVMS = List.of("g1", "parallel", "zgc", "compact");
    private static final double MORE_CLASSES = 1.5;

    /** Nothing of what was not measured. */
    String markdown() {
        return distinct() + classes() + jvms();
    }

    private String distinct() {
        return section("### Operands that are all different ones", "An await of one of 1,000 operands that are done, ns.",
                new Table("contender", "await"), contender -> List.of(figure(contender, Figure.distinct("ns"))));
    }

    private String classes() {
        return section("### Many classes", "The same methods in one, three and ten classes that are called by turns, ns. A hand-written machine has its base class in\n"
                + "each copy anew, a library is there once.", new Table("contender", "nested", "suspend", "nested suspend", "fan-out"),
                contender -> ManyClasses.WORKLOADS.stream().map(workload -> inClasses(contender, workload)).toList());
    }

    private String inClasses(String contender, Workload workload) {
        List<String> figures = ManyClasses.COUNTS.stream().map(count -> figure(contender, Figure.classes(workload, count))).filter(text -> !text.isEmpty()).toList();
        return String.join(", ", figures);
    }

    private String jvms() {
        return section("### Collectors and headers", "With G1, with the parallel collector, with ZGC, and with G1 and compact headers, ns; in a program, the fastest of many\n"
                + "repetitions, so that these are to be compared with one another and not with the tables above.",
                new Table("contender", "completed", "nested", "suspend", "nested suspend", "fan-out", "yield"),
                contender -> Operation.THROUGHPUT.stream().map(workload -> inJvms(contender, workload)).toList());
    }

    private String inJvms(String contender, Workload workload) {
        List<String> figures = JVMS.stream().map(jvm -> figure(contender, Figure.inJvm(jvm, workload))).toList();
        return figures.stream().allMatch(String::isEmpty) ? "" : String.join(" / ", figures);
    }

    private String section(String title, String text, Table table, Function<String, List<String>> cells) {
        boolean any = false;
        for (String contender : results.contenders()) {
            List<String> row = cells.apply(contender);
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                table.row(contender, row);
                any = true;
            }
        }
        return any ? title + "\n\n" + text + "\n\n" + table + "\n" : "";
    }

    private String figure(String contender, String name) {
        return Quantity.plain(results.figure(contender, name));
    }

    /** What must be reached. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        targets.add(Target.atMost(OURS + ": awaits of different operands that are done level with ea-async",
                results.ratio(OURS, "ea-async", Figure.distinct("ns")), Comparison.LEVEL, "×"));
        Stream.of("ours-coroutine", OURS).forEach(own -> ManyClasses.WORKLOADS.forEach(workload -> targets.add(Target.atMost(
                own + ": " + Comparison.wordsFor(workload) + " in ten classes ≤ 1.5 × of that in one", grown(own, workload), MORE_CLASSES, "×"))));
        return targets;
    }

    private OptionalDouble grown(String own, Workload workload) {
        OptionalDouble one = results.figure(own, Figure.classes(workload, 1));
        OptionalDouble ten = results.figure(own, Figure.classes(workload, ManyClasses.COUNTS.get(ManyClasses.COUNTS.size() - 1)));
        return one.isPresent() && ten.isPresent() ? OptionalDouble.of(ten.getAsDouble() / one.getAsDouble()) : OptionalDouble.empty();
    }
}
