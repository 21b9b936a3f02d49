package org.asyncjava.it.jars;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a JVM did that ran in a process of its own.
 *
 * @param exit its exit code
 * @param out the lines that it printed
 * @param err the lines on its error stream, without those that the JVM writes about its own options
 */
record ChildJvm(int exit, List<String> out, List<String> err) {
    /** Runs {@code java} of the running JDK. */
    static ChildJvm run(List<String> arguments) {
        ChildProcess process = ChildProcess.run(command(arguments), Map.of());
        return new ChildJvm(process.exit(), process.out(), own(process.err()));
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(arguments);
        return command;
    }

    private static List<String> own(List<String> lines) {
        return lines.stream().filter(line -> !line.contains("VM warning") && !line.startsWith("WARNING:")).toList();
    }

    /** Joins class path entries. */
    static String path(Path... entries) {
        return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
