package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of their own: javac, javac with the plugin, and after javac the command line. */
final class CommandRun {
    private static final String NOT_THERE = "-proc:none";

    private final Setting setting;
    private final Path arguments;
    private final Path compiled;
    private final Path target;

    private CommandRun(Setting setting) throws IOException {
        this.setting = setting;
        this.arguments = setting.work().resolve("sources.txt");
        this.compiled = setting.work().resolve("compiled");
        this.target = setting.work().resolve("target");
        Files.write(arguments, setting.sources());
    }

    /** Measures. */
    static List<Figure> figures(Setting setting) throws IOException {
        return new CommandRun(setting).figures();
    }

    private List<Figure> figures() throws IOException {
        Cost javac = Cost.UNKNOWN;
        Cost plugin = Cost.UNKNOWN;
        Cost command = Cost.UNKNOWN;
        Cost tuned = Cost.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            javac = javac.min(compile(compiled, List.of(NOT_THERE)));
            plugin = plugin.min(compile(target, List.of("-processorpath", setting.compilerPlugin().toString())));
            command = command.min(transform(List.of()));
            tuned = tuned.min(transform(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")));
        }
        return List.of(
                Figure.of("javac, CPU", javac.cpu(), "ms"),
                Figure.of("javac, wall", javac.wall(), "ms"),
                Figure.share("command beside javac, CPU", command.cpu(), javac.cpu(), 10),
                Figure.share("command beside javac, wall", command.wall(), javac.wall(), 10),
                Figure.share("command with -XX:TieredStopAtLevel=1 -XX:+UseSerialGC, CPU", tuned.cpu(), javac.cpu(), 10),
                Figure.share("command with -XX:TieredStopAtLevel=1 -XX:+UseSerialGC, wall", tuned.wall(), javac.wall(), 10),
                Figure.share("javac plugin: added to the compilation, CPU", plugin.cpu() - javac.cpu(), javac.cpu(), 5),
                Figure.share("javac plugin: added to the compilation, wall", plugin.wall() - javac.wall(), javac.wall(), 5));
    }

    private Cost compile(Path classes, List<String> options) throws IOException {
        Tree.delete(classes);
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-cp", setting.compilePath(), "-d", classes.toString(), "@" + arguments));
        return Command.of("javac", words).run();
    }

    private Cost transform(List<String> jvmOptions) throws IOException {
        Tree.copy(compiled, target);
        List<String> words = new ArrayList<>(jvmOptions);
        words.addAll(List.of("-jar", setting.cli().toString(), "-cp", setting.compilePath(), target.toString()));
        return Command.of("java", words).run();
    }
}
