package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;

/** Classes that have nothing async in them: beside the reading of their files, what does the run over them cost? */
final class Untouched {
    private Untouched() {
    }

    /** Measures with the classes of Guava. */
    static List<Figure> figures(Setting setting) throws IOException {
        Path classes = setting.work().resolve("guava");
        unpack(setting.guava(), classes);
        Cost reading = Cost.UNKNOWN;
        Cost run = Cost.UNKNOWN;
        Cost firstReading = Cost.UNKNOWN;
        Cost firstRun = Cost.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            List<String> lines = Command.ofMain(Untouched.class, List.of(), List.of("read", classes.toString())).lines();
            firstReading = firstReading.min(new Cost(Double.parseDouble(lines.get(0)), 0));
            reading = reading.min(new Cost(Double.parseDouble(lines.get(1)), 0));
            lines = Command.ofMain(Untouched.class, List.of(), List.of("run", classes.toString())).lines();
            firstRun = firstRun.min(new Cost(Double.parseDouble(lines.get(0)), 0));
            run = run.min(new Cost(Double.parseDouble(lines.get(1)), 0));
        }
        return List.of(
                Figure.of("classes of Guava", Tree.classFiles(classes).size(), ""),
                Figure.of("reading them, first time in a JVM, CPU", firstReading.cpu(), "ms"),
                Figure.share("run over them beside reading them, first time in a JVM, CPU", firstRun.cpu(), firstReading.cpu(), 120),
                Figure.of("reading them, warm, CPU", reading.cpu(), "ms"),
                Figure.share("run over them beside reading them, warm, CPU", run.cpu(), reading.cpu(), 120));
    }

    /** Puts the classes of a jar into a folder. */
    static void unpack(Path jar, Path target) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Path root = content.getPath("/com");
            Tree.delete(target);
            Files.createDirectories(target);
            Tree.copy(root, target.resolve("com"));
        }
    }

    /**
     * Prints the milliseconds of CPU that it takes to read the classes of a folder, or to transform them: the first time, and the least of
     * twenty more.
     *
     * @param arguments {@code read} or {@code run}, and the folder
     * @throws IOException if a class cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[1]);
        Cost first = cost(arguments[0], classes);
        Cost later = Cost.UNKNOWN;
        for (int round = 0; round < 20; round++) {
            later = later.min(cost(arguments[0], classes));
        }
        System.out.println(first.cpu());
        System.out.println(later.cpu());
    }

    private static Cost cost(String what, Path classes) throws IOException {
        Stopwatch time = new Stopwatch();
        if (what.equals("read")) {
            read(classes);
        } else {
            Report report = new TransformerRun(List.of(classes), List.of(), TransformerOptions.defaults()).transform();
            if (report.hasErrors() || report.methods() > 0) {
                throw new IllegalStateException(report.summary() + report.errors());
            }
        }
        return time.cost();
    }

    /** As simply as it can be done. */
    private static void read(Path classes) throws IOException {
        long bytes = 0;
        for (Path file : Tree.classFiles(classes)) {
            bytes += Files.readAllBytes(file).length;
        }
        if (bytes == 0) {
            throw new IllegalStateException("no classes in " + classes);
        }
    }
}
