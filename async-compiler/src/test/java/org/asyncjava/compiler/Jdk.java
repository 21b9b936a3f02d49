package org.asyncjava.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An installed JDK and its commands.
 *
 * @param home where it is
 */
record Jdk(Path home) {
    /**
     * What a command did.
     *
     * @param code its exit code
     * @param output what it printed, to both streams
     */
    record Run(int code, String output) {
    }

    /**
     * The running JDK, newer ones installed beside it and newer ones that variables such as {@code JAVA_HOME_25} name: one of each version. Older ones
     * have a build of their own; where newer ones have one too, {@code tests.jdks} says that only the running one is wanted.
     */
    static List<Jdk> installed() {
        TreeMap<String, Jdk> byVersion = new TreeMap<>();
        Path running = Path.of(System.getProperty("java.home"));
        Stream<Path> named = System.getenv().entrySet().stream().filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(variable -> Path.of(variable.getValue()));
        try (Stream<Path> beside = Files.list(running.getParent())) {
            Stream.of(Stream.of(running), named, beside).flatMap(homes -> homes)
                    .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .map(Jdk::new)
                    .filter(jdk -> jdk.version() >= Runtime.version().feature())
                    .filter(jdk -> jdk.home().equals(running) || !System.getProperty("tests.jdks", "").equals("running"))
                    .forEach(jdk -> byVersion.putIfAbsent(Integer.toString(jdk.version()), jdk));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(byVersion.values());
    }

    /** Whether its compiler runs annotation processors that are on the class path alone, without being told to. */
    boolean runsProcessorsOfTheClassPath() {
        return version() < 23;
    }

    private int version() {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .mapToInt(Integer::parseInt).findFirst().orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }

    Run javac(Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Xshare:auto"));
        all.addAll(List.of(arguments));
        return run(directory, "javac", all.toArray(String[]::new));
    }

    Run java(Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        all.addAll(List.of(arguments));
        return run(directory, "java", all.toArray(String[]::new));
    }

    private Run run(Path directory, String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(home.resolve("bin").resolve(command).toString()));
        line.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> Objects.equals(name, "JAVA_TOOL_OPTIONS"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String toString() {
        return "JDK " + version();
    }
}
