package org.asyncjava.benchmarks.jmh.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * One picture for each workload: time above, bytes below.
 *
 * @param results the figures
 * @param folder where the pictures go
 */
record Charts(Results results, Path folder) {
    private static final double NEXT_TO_NOTHING = 0.5;
    private static final double MEGABYTE = 1e6;
    private static final String STYLE = """
            <style>
            text { font: 12px sans-serif; fill: #222 } .title { font-weight: bold } .label { text-anchor: end }
            .ours { fill: #d95f02 } .other { fill: #7a8aa0 }
            </style>
            <rect width="100%" height="100%" fill="#fff"/>
            """;

    /** Writes the pictures and returns the Markdown that shows them. */
    String write() throws IOException {
        Files.createDirectories(folder);
        StringBuilder markdown = new StringBuilder();
        for (Workload workload : Operation.THROUGHPUT) {
            String words = Comparison.wordsFor(workload);
            String unit = workload == Workload.NESTED_SUSPEND ? "run" : "element";
            markdown.append(write(words, List.of(chart(words + ": nanoseconds per " + unit, Figure.time(workload), Charts::same),
                    chart(words + ": bytes per " + unit, Figure.bytes(workload), Charts::nothingIfLittle))));
        }
        markdown.append(write("live", List.of(chart("live: bytes of heap per suspended call", Figure.LIVE, Charts::same))));
        markdown.append(write("sleeps", List.of(chart("1,000,000 sleeps: seconds", Figure.SLEEPS_WALL, Charts::same),
                chart("1,000,000 sleeps: MB of heap", Figure.SLEEPS_HEAP, bytes -> bytes / MEGABYTE))));
        return markdown.toString();
    }

    private String write(String words, List<BarChart> charts) throws IOException {
        List<BarChart> filled = charts.stream().filter(chart -> !chart.bars().isEmpty()).toList();
        if (filled.isEmpty()) {
            return "";
        }
        String file = words.replace(' ', '-') + ".svg";
        Files.writeString(folder.resolve(file), svg(filled));
        return "![" + words + "](results/charts/" + file + ")\n\n";
    }

    private static String svg(List<BarChart> charts) {
        int height = charts.stream().mapToInt(BarChart::height).sum();
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n", BarChart.WIDTH, height, BarChart.WIDTH,
                height)).append(STYLE);
        int top = 0;
        for (BarChart chart : charts) {
            svg.append(chart.group(top));
            top += chart.height();
        }
        return svg.append("</svg>\n").toString();
    }

    private BarChart chart(String title, String name, DoubleUnaryOperator shown) {
        return new BarChart(title + " (logarithmic)", results.contenders().stream().filter(each -> results.figure(each, name).isPresent())
                .map(each -> bar(each, shown.applyAsDouble(results.figure(each, name).getAsDouble())))
                .sorted(Comparator.comparingDouble(BarChart.Bar::figure)).toList());
    }

    private static BarChart.Bar bar(String contender, double figure) {
        return new BarChart.Bar(contender, figure, Quantity.plain(figure));
    }

    private static double same(double figure) {
        return figure;
    }

    /** Fractions of a byte come from starting and ending an operation; a logarithm would show nothing else. */
    private static double nothingIfLittle(double bytes) {
        return bytes < NEXT_TO_NOTHING ? 0 : bytes;
    }
}
