package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars on a logarithmic scale, as SVG.
 *
 * @param title above the bars, with the unit
 * @param bars the shortest first
 */
record BarChart(String title, List<Bar> bars) {
    static final int WIDTH = 640;
    private static final int LABEL = 170;
    private static final int FIGURE = 80;
    private static final int LINE = 22;
    private static final int HEAD = 34;
    private static final int THICKNESS = 14;
    /** How long the shortest bar is, as a share of the longest: a logarithm has no natural zero. */
    private static final double SHORTEST = 0.04;

    /**
     * A bar.
     *
     * @param label who
     * @param figure how long
     * @param text the figure as it is shown
     */
    record Bar(String label, double figure, String text) {
    }

    int height() {
        return HEAD + bars.size() * LINE + LINE / 2;
    }

    /** The chart as a group that begins at a height of a larger picture. */
    String group(int top) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "<g transform=\"translate(0 %d)\">", top));
        lines.add(String.format(Locale.ROOT, "<text class=\"title\" x=\"10\" y=\"20\">%s</text>", title));
        for (int i = 0; i < bars.size(); i++) {
            addBar(lines, bars.get(i), HEAD + i * LINE);
        }
        lines.add("</g>");
        return String.join("\n", lines) + "\n";
    }

    private void addBar(List<String> lines, Bar bar, int y) {
        double length = (WIDTH - LABEL - FIGURE) * share(bar.figure());
        String style = bar.label().startsWith("ours-") ? "ours" : "other";
        lines.add(String.format(Locale.ROOT, "<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>", LABEL - 8, y + 12, bar.label()));
        lines.add(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>", style, LABEL, y, length, THICKNESS));
        lines.add(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", LABEL + length + 6, y + 12, bar.text()));
    }

    private double share(double figure) {
        double least = bars.stream().mapToDouble(Bar::figure).filter(each -> each > 0).min().orElse(1);
        double most = bars.stream().mapToDouble(Bar::figure).max().orElse(1);
        if (figure <= 0) {
            return 0;
        }
        return most == least ? 1 : SHORTEST + (1 - SHORTEST) * Math.log(figure / least) / Math.log(most / least);
    }
}
