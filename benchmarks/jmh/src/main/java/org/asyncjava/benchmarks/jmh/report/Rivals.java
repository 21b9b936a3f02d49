package org.asyncjava.benchmarks.jmh.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where another contender is ahead of ours.
 *
 * @param results the figures
 */
record Rivals(Results results) {
    String markdown() {
        StringBuilder text = new StringBuilder();
        List<String> contenders = results.contenders();
        for (String own : contenders.stream().filter(Rivals::isOurs).toList()) {
            text.append("Ahead of ").append(own).append(":\n\n");
            List<String> lines = new ArrayList<>();
            contenders.stream().filter(other -> !isOurs(other)).forEach(other -> addLine(lines, new Comparison(results, own, other)));
            text.append(lines.isEmpty() ? "* nobody\n" : String.join("", lines)).append('\n');
        }
        return text.toString();
    }

    private static void addLine(List<String> lines, Comparison comparison) {
        List<String> slower = comparison.slower(List.of());
        List<String> larger = comparison.larger(List.of());
        if (!slower.isEmpty() || !larger.isEmpty()) {
            String time = slower.isEmpty() ? "" : " in time: ours takes " + String.join(", ", slower) + ";";
            String bytes = larger.isEmpty() ? "" : " in bytes: ours takes " + String.join(", ", larger) + ";";
            String line = "* " + comparison.other() + time + bytes;
            lines.add(line.substring(0, line.length() - 1) + "\n");
        }
    }

    private static boolean isOurs(String contender) {
        return contender.startsWith("ours-");
    }
}
