package org.asyncjava.benchmarks.transformer;

import java.io.File;
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
        Cost ea = eaAsync();
        List<Figure> figures = new ArrayList<>(figures(javac, command, tuned, archived));
        figures.add(Figure.of("EA Async's command over such classes, CPU", ea.cpu(), "ms"));
        figures.add(Figure.share("the command as its launcher starts it beside EA Async's, CPU", archived.cpu(), ea.cpu(), 100));
        figures.addAll(untouched());
        return figures;
    }

    /** EA Async reads no newer class files. */
    private Cost eaAsync() throws IOException {
        Path sources = setting.work().resolve("sources-ea.txt");
        Files.write(sources, setting.sources("sources-ea", Waiting.FOR_EA_ASYNC));
        Path compiled = setting.fresh("compiled-ea");
        Command.of("javac", List.of("-proc:none", "--release", "11", "-cp", setting.eaAsync().toString(), "-d", compiled.toString(), "@" + sources)).run();
        Cost cost = Cost.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            Path target = setting.fresh("target").resolve("classes");
            Tree.copy(compiled, target);
            cost = cost.min(eaAsync(target));
        }
        return cost;
    }

    private Cost eaAsync(Path classes) throws IOException {
        return Command.of("java", List.of("-cp", setting.eaAsync() + File.pathSeparator + classes, "com.ea.async.instrumentation.Main", classes.toString())).run();
    }

    /** Classes without anything async. */
    private List<Figure> untouched() throws IOException {
        Path guava = setting.work().resolve("guava-untouched");
        Untouched.unpack(setting.guava(), guava);
        Cost ours = Cost.UNKNOWN;
        Cost ea = Cost.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            List<String> words = new ArrayList<>(withArchive());
            words.addAll(List.of("-jar", setting.cli().toString(), guava.toString()));
            ours = ours.min(Command.of("java", words).run());
            ea = ea.min(eaAsync(guava));
        }
        return List.of(
                Figure.of("EA Async's command over Guava, CPU", ea.cpu(), "ms"),
                Figure.share("the command as its launcher starts it over Guava beside EA Async's, CPU", ours.cpu(), ea.cpu(), 100));
    }

    private static List<Figure> figures(Cost javac, Cost command, Cost tuned, Cost archived) {
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
