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
        Times reading = Times.UNKNOWN;
        Times run = Times.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            reading = reading.min(Times.of("read", classes));
            run = run.min(Times.of("run", classes));
        }
        return List.of(
                Figure.of("classes of Guava", Tree.classFiles(classes).size(), ""),
                Figure.of("reading them, first time in a JVM, CPU of the thread", reading.first(), "ms"),
                Figure.share("run over them beside reading them, first time in a JVM, CPU of the thread", run.first(), reading.first(), 120),
                Figure.of("reading them, warm, CPU of the thread", reading.later(), "ms"),
                Figure.share("run over them beside reading them, warm, CPU of the thread", run.later(), reading.later(), 120));
    }

    /** Milliseconds of CPU in a JVM that has just started, and later. */
    private record Times(double first, double later) {
        private static final Times UNKNOWN = new Times(Double.MAX_VALUE, Double.MAX_VALUE);

        static Times of(String what, Path classes) throws IOException {
            List<String> lines = Command.ofMain(Untouched.class, List.of(), List.of(what, classes.toString())).lines();
            return new Times(Double.parseDouble(lines.get(0)), Double.parseDouble(lines.get(1)));
        }

        Times min(Times other) {
            return new Times(Math.min(first, other.first), Math.min(later, other.later));
        }
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
     * thirty more.
     *
     * @param arguments {@code read} or {@code run}, and the folder
     * @throws IOException if a class cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[1]);
        Stopwatch.Work work = arguments[0].equals("read") ? () -> read(classes) : () -> run(classes);
        double first = Stopwatch.ofThread(work);
        double later = Double.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            later = Math.min(later, Stopwatch.ofThread(work));
        }
        System.out.println(first);
        System.out.println(later);
    }

    private static void run(Path classes) {
        Report report = new TransformerRun(List.of(classes), List.of(), TransformerOptions.defaults()).transform();
        if (report.hasErrors() || report.methods() > 0) {
            throw new IllegalStateException(report.summary() + report.errors());
        }
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
