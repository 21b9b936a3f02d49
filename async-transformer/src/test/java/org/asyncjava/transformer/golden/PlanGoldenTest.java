package org.asyncjava.transformer.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is planned and written for each situation under {@code src/test/goldens} is what its golden says. Situations have the names of targets of
 * the integration tests, where there are such. A source for a newer Java than the project's says so in its first line.
 */
class PlanGoldenTest {
    private static final Pattern RELEASE = Pattern.compile("^// release (\\d+)\n");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> planOfEachSituation() throws IOException {
        return situations().stream().filter(source -> release(source) <= Runtime.version().feature()).map(source -> dynamicTest(nameOf(source), () ->
                Golden.assertMatches(nameOf(source) + ".plan", sections(dump(source), "plan"))));
    }

    @TestFactory
    Stream<DynamicTest> listingOfAFewSituations() {
        return Stream.of("LoopWithAwait", "ColdParameters", "EveryResult").map(name -> dynamicTest(name, () ->
                Golden.assertMatches(name + ".listing", sections(dump(Golden.DIRECTORY.resolve(name + ".java")), "class", "machine"))));
    }

    @TestFactory
    Stream<DynamicTest> statesOfAFewSituations() {
        return Stream.of("LoopWithAwait", "ColdParameters", "FinallyCopies", "PlainGenerators").map(name -> dynamicTest(name, () ->
                Golden.assertMatches(name + ".states", sections(dump(Golden.DIRECTORY.resolve(name + ".java")), "states"))));
    }

    private static List<Path> situations() throws IOException {
        try (Stream<Path> files = Files.list(Golden.DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static int release(Path source) {
        try {
            return RELEASE.matcher(Files.readString(source)).results().map(found -> Integer.valueOf(found.group(1))).findFirst().orElse(17);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private String dump(Path source) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        Path dump = Files.createTempDirectory(directory, "dump");
        String stubs = Golden.DIRECTORY.resolve("stubs").toString();
        Compilation compilation = Compilation.ofFiles(classes, List.of(source), "-g", "-sourcepath", stubs, "--release", Integer.toString(release(source)));
        try (ClassPath classPath = ClassPath.of(List.of(classes, Compilation.ANNOTATIONS))) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults().withDump(dump));
            transformer.transform(compilation.classFile(nameOf(source)));
        }
        return Files.readString(dump.resolve(nameOf(source) + ".txt"));
    }

    /** The sections of a dump whose titles begin with one of the given words. */
    private static String sections(String dump, String... titles) {
        StringBuilder found = new StringBuilder();
        for (String section : dump.split("(?m)^=== ")) {
            if (Stream.of(titles).anyMatch(section::startsWith)) {
                found.append("=== ").append(section);
            }
        }
        return found.toString();
    }
}
