package org.asyncjava.transformer.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How paths are written in arguments.
 *
 * @param files the file system that they are meant for
 * @param separator what stands between the entries of a class path: not a colon on Windows, where drives have one
 */
record PathSyntax(FileSystem files, String separator) {
    private static final String ALL_JARS = "*";

    /** As on this machine. */
    static PathSyntax ofThisMachine() {
        return new PathSyntax(FileSystems.getDefault(), File.pathSeparator);
    }

    Path path(String text) {
        return files.getPath(text);
    }

    /**
     * Splits a class path. An entry that is {@code *}, or a directory with {@code *} behind it, stands for all jars of the directory, as for
     * {@code java}.
     *
     * @throws IOException if such a directory cannot be looked into
     */
    List<Path> classPath(String text) throws IOException {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.split(Pattern.quote(separator))) {
            if (isWildcard(entry)) {
                entries.addAll(jars(path(entry.substring(0, entry.length() - ALL_JARS.length()))));
            } else if (!entry.isEmpty()) {
                entries.add(path(entry));
            }
        }
        return entries;
    }

    private boolean isWildcard(String entry) {
        return entry.equals(ALL_JARS) || entry.endsWith("/" + ALL_JARS) || entry.endsWith(files.getSeparator() + ALL_JARS);
    }

    private static List<Path> jars(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, file -> file.toString().matches("(?i).*\\.jar"))) {
            found.forEach(jars::add);
        }
        jars.sort(null);
        return jars;
    }
}
