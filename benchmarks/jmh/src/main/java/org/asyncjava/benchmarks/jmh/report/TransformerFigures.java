package org.asyncjava.benchmarks.jmh.report;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the module {@code transformer} has measured.
 *
 * @param java on which Java
 * @param parts the figures of each part
 */
record TransformerFigures(String java, @SerializedName("figures") Map<String, List<Measured>> parts) {
    /**
     * One figure.
     *
     * @param name what it is
     * @param value its value
     * @param unit of the value
     * @param limit what it shall stay below; 0 if it only explains others
     */
    record Measured(String name, double value, String unit, double limit) {
    }

    static TransformerFigures read(Path json) throws IOException {
        return Files.exists(json) ? new Gson().fromJson(Files.readString(json), TransformerFigures.class) : new TransformerFigures("", Map.of());
    }

    String markdown() {
        Table table = new Table("transformer", "figure", "limit");
        parts.forEach((part, figures) -> figures.forEach(each -> table.row(part + ": " + each.name(),
                List.of(Quantity.plain(each.value()) + " " + each.unit(), each.limit() == 0 ? "" : Quantity.plain(each.limit()) + " " + each.unit()))));
        return parts.isEmpty() ? "" : "### Transformer\n\nOn Java " + java + ".\n\n" + table + "\n";
    }

    /** A target for each figure that has a limit. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        parts.forEach((part, figures) -> figures.stream().filter(each -> each.limit() != 0).forEach(each -> targets.add(Target.atMost(
                "transformer, " + part + ": " + each.name() + " ≤ " + Quantity.plain(each.limit()) + " " + each.unit(), each.value(), each.limit(),
                each.unit()))));
        return targets;
    }
}
