package org.asyncjava.benchmarks.transformer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured, and how thoroughly.
 *
 * @param libraries the jars
 * @param work a folder for all that is generated, new in each run
 * @param classes how many classes with async methods a project has
 * @param copies how many times a project of 1,000 class files is multiplied to see how cost grows
 * @param rounds how often everything is measured; the smallest figures count
 */
record Setting(Path libraries, Path work, int classes, int copies, int rounds) {
    /**
     * A place where nothing has been, for class files that are written while the time is taken. Nothing is deleted in the meantime either: for
     * some minutes after it has deleted files, ext4 takes half a millisecond to make a file, which is several times what it takes to transform one.
     */
    Path fresh(String name) throws IOException {
        return Files.createTempDirectory(work, name);
    }

    Path cli() throws IOException {
        return jar("async-transformer", "cli.jar");
    }

    Path agent() throws IOException {
        return jar("async-transformer", "agent.jar");
    }

    Path compilerPlugin() throws IOException {
        return jar("async-compiler", "SNAPSHOT.jar");
    }

    Path eaAsync() throws IOException {
        return jar("ea-async", "jar");
    }

    Path guava() throws IOException {
        return jar("guava", "jre.jar");
    }

    Path partOfGuava() throws IOException {
        return jar("failureaccess", "jar");
    }

    /** What the generated sources use. */
    String compilePath() throws IOException {
        return jar("async-annotations", "jar") + File.pathSeparator + jar("async-runtime", "jar");
    }

    private Path jar(String begin, String end) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(begin) && jar.toString().endsWith(end)).findFirst()
                    .orElseThrow(() -> new IOException("no " + begin + "*" + end + " in " + libraries));
        }
    }

    /** The generated sources as arguments for javac. */
    List<String> sources() throws IOException {
        return sources("sources", Waiting.AWAITING);
    }

    /** Generated sources that wait in some way. */
    List<String> sources(String folder, Waiting waiting) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path source : Corpus.write(work.resolve(folder), classes, waiting)) {
            files.add(source.toString());
        }
        return files;
    }
}
