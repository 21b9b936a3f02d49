package org.asyncjava.it.debugger;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;

/**
 * A transformed program whose lines are known by the comments at their ends.
 *
 * @param main its class
 * @param source its lines
 * @param classes where its class files are
 */
record DebuggedProgram(String main, List<String> source, Path classes) {
    private static final Path SOURCES = Path.of("src", "test", "targets", "debugged");

    /** Compiles and transforms a program of one file. */
    static DebuggedProgram built(String main, Path classes) throws IOException {
        String text = Files.readString(SOURCES.resolve(main + ".java"));
        Build build = Build.of(Map.of(main + ".java", text), Dialect.of(17, "-g"));
        for (Map.Entry<String, byte[]> classFile : build.transformed().entrySet()) {
            Files.write(classes.resolve(classFile.getKey() + ".class"), classFile.getValue());
        }
        return new DebuggedProgram(main, text.lines().toList(), classes);
    }

    /** The line that ends with a comment. */
    int line(String comment) {
        return 1 + source.indexOf(source.stream().filter(text -> text.endsWith("// " + comment)).findFirst().orElseThrow());
    }

    /** The comment at the end of a line. */
    String comment(int line) {
        return source.get(line - 1).replaceAll(".*// ", "");
    }

    /** Starts the program, which will stop at lines. */
    Debuggee launched(String... comments) {
        List<Path> places = new ArrayList<>(Build.classPath());
        places.add(classes);
        String classPath = places.stream().map(place -> place.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
        return Debuggee.launched(classPath, main, List.of(comments).stream().map(this::line).toArray(Integer[]::new));
    }

    /** Where the program stops at lines until it ends. */
    List<Stop> stops(String... comments) {
        List<Stop> stops = new ArrayList<>();
        try (Debuggee debuggee = launched(comments)) {
            for (Optional<Stop> stop = debuggee.resumed(); stop.isPresent(); stop = debuggee.resumed()) {
                stops.add(stop.get());
            }
        }
        return stops;
    }
}
