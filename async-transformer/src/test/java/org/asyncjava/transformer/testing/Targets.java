package org.asyncjava.transformer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.junit.jupiter.api.DynamicTest;
import org.objectweb.asm.tree.ClassNode;

/**
 * The ordinary Java classes in {@code src/test/analyses}. Comments at the ends of their lines promise what the analyses answer there:
 * {@code await(price); // live: Iterator; stack: int}.
 */
public final class Targets {
    private static final Path DIRECTORY = Path.of("src/test/analyses");
    /** What they compile against of the runtime. */
    private static final String STUBS = "src/test/goldens/stubs";
    private static final Pattern PROMISES = Pattern.compile("// (\\w+: .*)$");
    private static final Set<String> KINDS = Set.of("live", "stack", "shown", "pending", "normal", "fields", "monitor", "lock", "cancellation",
            "copied", "passed");

    private final Path source;
    private final Map<String, Map<Integer, String>> promises = new TreeMap<>();

    private Targets(Path source) throws IOException {
        this.source = source;
        List<String> lines = Files.readAllLines(source);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = PROMISES.matcher(lines.get(i));
            if (matcher.find()) {
                for (String promise : matcher.group(1).split("; ")) {
                    String kind = promise.substring(0, promise.indexOf(": "));
                    assertThat(KINDS).as(source + " in line " + (i + 1)).contains(kind);
                    promises.computeIfAbsent(kind, any -> new TreeMap<>()).put(i + 1, promise.substring(kind.length() + 2));
                }
            }
        }
    }

    /** Whoever answers what comments of one kind promise. */
    @FunctionalInterface
    public interface Analysed {
        /** Answers for a class that is about to be transformed. */
        void answer(ClassNode node, ClassPath classPath, Answers answers);
    }

    /** One test for each target with promises of a kind. */
    public static Stream<DynamicTest> tests(String kind, Path directory, Analysed analysed) throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<DynamicTest> tests = files.sorted().map(Targets::of).filter(target -> target.promises.containsKey(kind))
                    .map(target -> dynamicTest(target.name(), () -> target.compare(kind, directory, analysed))).toList();
            assertThat(tests).isNotEmpty();
            return tests.stream();
        }
    }

    private static Targets of(Path source) {
        try {
            return new Targets(source);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private String name() {
        return source.getFileName().toString().replace(".java", "");
    }

    private void compare(String kind, Path directory, Analysed analysed) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        Compilation compilation = Compilation.ofFiles(classes, List.of(source), "-g", "-sourcepath", STUBS, "--release", "17");
        Answers answers = new Answers();
        try (ClassPath classPath = ClassPath.of(List.of(classes, Compilation.ANNOTATIONS))) {
            analysed.answer(ClassRead.of(compilation.classFile(name())).node(), classPath, answers);
        }
        Map<Integer, String> promised = promises.get(kind);
        assertThat(answers.at(promised.keySet())).isEqualTo(promised);
    }
}
