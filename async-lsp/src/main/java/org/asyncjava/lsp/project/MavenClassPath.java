package org.asyncjava.lsp.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.asyncjava.transformer.files.AtomicFile;

/**
 * What Maven puts on the class path of a project's modules. It is asked once, and again when a project description has changed: what it said is kept in a
 * file whose name is made of all of them and their time stamps.
 *
 * @param root folder of the project
 * @param poms all its descriptions
 * @param memory folder for what was learned
 * @param command that runs Maven
 */
public record MavenClassPath(Path root, Set<Path> poms, Path memory, List<String> command) {
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:build-classpath";
    private static final int MINUTES = 10;

    /**
     * What it said.
     *
     * @param entries jars and directories of all modules
     * @param complaint why they may not be all; empty if they are
     */
    public record Answer(List<Path> entries, Optional<String> complaint) {
    }

    /**
     * Tells what is known without asking.
     *
     * @return the entries; empty if Maven has to be asked
     */
    public Optional<List<Path>> remembered() {
        try {
            Path file = file();
            return Files.exists(file) ? Optional.of(paths(Files.readAllLines(file))) : Optional.empty();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Path> paths(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).map(Path::of).toList();
    }

    private Path file() throws IOException {
        StringBuilder state = new StringBuilder(root.toString());
        for (Path pom : poms) {
            state.append('\n').append(pom).append(' ').append(Files.getLastModifiedTime(pom).toMillis());
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return memory.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".classpath");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * Asks Maven, which may take minutes; and remembers what it says if it succeeds.
     *
     * @return what it said; never throws because of what Maven does
     * @throws InterruptedException if the thread is interrupted meanwhile; Maven is ended then
     */
    public Answer ask() throws InterruptedException {
        try {
            Path output = Files.createTempFile("async-java", ".classpath");
            Path log = Files.createTempFile("async-java", ".log");
            try {
                return ask(output, log);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(log);
            }
        } catch (IOException failed) {
            return new Answer(List.of(), Optional.of("Maven cannot be asked for the class path: " + failed.getMessage()));
        }
    }

    private Answer ask(Path output, Path log) throws IOException, InterruptedException {
        Path file = file();
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--batch-mode", "--fail-at-end", GOAL, "-Dmdep.outputFile=" + output, "-Dmdep.pathSeparator=" + File.pathSeparator,
                "-DincludeScope=test", "-Dmdep.appendOutput=true"));
        Process maven = new ProcessBuilder(line).directory(root.toFile()).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE).start();
        maven.getOutputStream().close();
        try {
            if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return new Answer(List.of(), Optional.of("Maven has not told the class path within " + MINUTES + " minutes"));
            }
        } finally {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
        }
        List<Path> entries = entries(Files.readString(output));
        if (maven.exitValue() != 0) {
            return new Answer(entries, Optional.of("Maven could not tell the whole class path" + firstError(log)));
        }
        remember(file, entries);
        return new Answer(entries, Optional.empty());
    }

    private static List<Path> entries(String said) {
        Set<Path> entries = new LinkedHashSet<>();
        for (String name : said.split("[\\r\\n" + File.pathSeparator + "]")) {
            if (!name.isBlank()) {
                entries.add(Path.of(name.strip()));
            }
        }
        return List.copyOf(entries);
    }

    private static String firstError(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1).lines().filter(text -> text.contains("ERROR")).findFirst().map(text -> ": " + text).orElse("");
    }

    private void remember(Path file, List<Path> entries) throws IOException {
        Files.createDirectories(memory);
        String lines = entries.stream().map(Path::toString).collect(Collectors.joining("\n"));
        AtomicFile.write(file, lines.getBytes(StandardCharsets.UTF_8), FileTime.from(Instant.now()));
    }
}
