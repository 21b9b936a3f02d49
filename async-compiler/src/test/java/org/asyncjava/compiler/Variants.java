package org.asyncjava.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many sources of the same name, compiled in one go: each gets a package of its own. */
final class Variants {
    private static final String OWN_PACKAGE = "package shop;";

    private final Path directory;
    private final Map<String, Path> files = new LinkedHashMap<>();

    Variants(Path directory) {
        this.directory = directory;
    }

    /** Adds a text, whose lines stay where they are. Its package is {@code shop}, or none. */
    String add(String name, String text) throws IOException {
        String variant = "variant" + files.size();
        String own = "package " + variant + ";";
        String moved = text.startsWith(OWN_PACKAGE) ? own + text.substring(OWN_PACKAGE.length()) : own + " " + text;
        files.put(variant, Files.writeString(Files.createDirectories(directory.resolve(variant)).resolve(name), moved));
        return variant;
    }

    /** What is said of each, by the name that it was given. */
    Map<String, List<Javac.Message>> compiled(List<Path> libraries) throws IOException {
        Map<String, List<Javac.Message>> messages = new LinkedHashMap<>();
        files.keySet().forEach(variant -> messages.put(variant, new ArrayList<>()));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        String classPath = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        for (Javac.Message message : Javac.compile(classes, List.copyOf(files.values()), "-Aasync.transform=off", "-Xmaxerrs", "10000", "-Xmaxwarns", "10000",
                "-cp", classPath)) {
            if (!message.source().isEmpty()) {
                messages.get(Path.of(message.source()).getParent().getFileName().toString()).add(message);
            }
        }
        return messages;
    }
}
