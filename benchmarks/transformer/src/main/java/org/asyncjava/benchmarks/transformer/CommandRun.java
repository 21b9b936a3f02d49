package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of their own: javac, and after it the command line. */
final class CommandRun {
    private static final List<String> TUNED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Setting setting;
    private final Path arguments;

    private CommandRun(Setting setting) throws IOException {
        this.setting = setting;
        this.arguments = setting.work().resolve("sources.txt");
        Files.write(arguments, setting.sources());
    }

    /** Measures. */
    static List<Figure> figures(Setting setting) throws IOException {
        return new CommandRun(setting).figures();
    }

    private List<Figure> figures() throws IOException {
        Cost javac = Cost.UNKNOWN;
        Cost command = Cost.UNKNOWN;
        Cost tuned = Cost.UNKNOWN;
        Cost archived = Cost.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            Path compiled = setting.fresh("compiled");
            javac = javac.min(compile(compiled));
            command = command.min(transform(compiled, List.of()));
            tuned = tuned.min(transform(compiled, TUNED));
            archived = archived.min(transform(compiled, withArchive()));
        }
        return List.of(
                Figure.of("javac, CPU", javac.cpu(), "ms"),
                Figure.of("javac, wall", javac.wall(), "ms"),
                Figure.share("command beside javac, CPU", command.cpu(), javac.cpu(), 10),
                Figure.share("command beside javac, wall", command.wall(), javac.wall(), 10),
                Figure.share("command with -XX:TieredStopAtLevel=1 -XX:+UseSerialGC, CPU", tuned.cpu(), javac.cpu(), 10),
                Figure.share("command with -XX:TieredStopAtLevel=1 -XX:+UseSerialGC, wall", tuned.wall(), javac.wall(), 10),
                Figure.share("the same with an archive of its classes, CPU", archived.cpu(), javac.cpu(), 10),
                Figure.share("the same with an archive of its classes, wall", archived.wall(), javac.wall(), 10));
    }

    /** The first run writes the archive. */
    private List<String> withArchive() {
        List<String> options = new ArrayList<>(TUNED);
        options.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + setting.work().resolve("cli.jsa")));
        return options;
    }

    private Cost compile(Path classes) throws IOException {
        return Command.of("javac", List.of("-proc:none", "-cp", setting.compilePath(), "-d", classes.toString(), "@" + arguments)).run();
    }

    private Cost transform(Path compiled, List<String> jvmOptions) throws IOException {
        Path target = setting.fresh("target").resolve("classes");
        Tree.copy(compiled, target);
        List<String> words = new ArrayList<>(jvmOptions);
        words.addAll(List.of("-jar", setting.cli().toString(), "-cp", setting.compilePath(), target.toString()));
        return Command.of("java", words).run();
    }
}
