package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line over very many classes, half of them with async methods, in a heap that is not to grow with them. */
final class Growth {
    private static final String HEAP = "-Xmx256m";

    private Growth() {
    }

    /** Measures. That the larger run ends at all shows that the heap is enough. */
    static List<Figure> figures(Setting setting) throws IOException {
        Path compiled = setting.work().resolve("growth");
        Tree.delete(compiled);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", setting.compilePath(), "-d", compiled.toString()));
        arguments.addAll(setting.sources());
        Command.of("javac", arguments).run();
        Cost tenth = cost(setting, compiled, setting.copies() / 10);
        Cost all = cost(setting, compiled, setting.copies());
        return List.of(
                Figure.of("class files of the larger project", 2.0 * setting.classes() * setting.copies(), ""),
                Figure.of("transformed by the command with " + HEAP + ", CPU", all.cpu(), "ms"),
                Figure.share("beside ten times the project of a tenth, CPU", all.cpu(), 10 * tenth.cpu(), 110));
    }

    private static Cost cost(Setting setting, Path compiled, int copies) throws IOException {
        Path target = setting.work().resolve("copies");
        Copies.write(compiled, "shop", target, copies);
        Cost cost = Command.of("java", List.of(HEAP, "-jar", setting.cli().toString(), "-q", "-cp", setting.compilePath(), target.toString())).run();
        Tree.delete(target);
        return cost;
    }
}
