package org.asyncjava.transformer.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.rules.Violation;

/**
 * What the comments of a source promise to be reported: the codes at the end of a line, as in {@code // AJ003} or {@code // AJ102 AJ103},
 * and behind them, if not everybody sees it, by whom: see {@link Promise.Seen}.
 *
 * @param found in the order of the source
 */
public record Promises(List<Promise> found) {
    private static final Path TESTS = Path.of("..", "async-transformer", "src", "test");
    private static final String OF_JAVA_17 = "rules";
    private static final String OF_JAVA_21 = "rules21";
    private static final Pattern PROMISE = Pattern.compile("// (AJ\\d{3}(?: AJ\\d{3})*)(?: (dead|typed|javac|suppressed))?$");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\(");

    /** The sources of the corpus that the running JDK can compile. */
    public static List<Path> corpus() throws IOException {
        List<Path> sources = new ArrayList<>(files(OF_JAVA_17));
        if (Runtime.version().feature() >= 21) {
            sources.addAll(files(OF_JAVA_21));
        }
        return sources;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(TESTS.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    /** The version of Java that a source of the corpus is written for. */
    public static String release(Path source) {
        return source.getParent().endsWith(OF_JAVA_21) ? "21" : "17";
    }

    /** Reads the promises of a source. */
    public static Promises of(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        List<Promise> promises = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Matcher matcher = PROMISE.matcher(lines.get(index));
            if (matcher.find()) {
                Matcher name = NAME.matcher(lines.get(index));
                String method = name.find() ? name.group(1) : "";
                for (String code : matcher.group(1).split(" ")) {
                    promises.add(new Promise(code, index + 1, method, Promise.Seen.of(matcher.group(2))));
                }
            }
        }
        return new Promises(List.copyOf(promises));
    }

    /** What is to be found in class files. */
    public Set<String> inBytecode() {
        return seen(EnumSet.of(Promise.Seen.EVERYWHERE, Promise.Seen.TYPED, Promise.Seen.SUPPRESSED), Promise::inBytecode);
    }

    /** What the compiler plugin is to find. */
    public Set<String> inCompiler() {
        return seen(EnumSet.of(Promise.Seen.EVERYWHERE, Promise.Seen.TYPED, Promise.Seen.JAVAC, Promise.Seen.DEAD), Promise::inSource);
    }

    /** What the check of a source alone is to find. */
    public Set<String> inSource() {
        return seen(EnumSet.of(Promise.Seen.EVERYWHERE, Promise.Seen.DEAD), Promise::inSource);
    }

    /** What the compiler plugin is to find and the check of a source alone is not. */
    public Set<String> onlyWithTypes() {
        return seen(EnumSet.of(Promise.Seen.TYPED, Promise.Seen.JAVAC), Promise::inSource);
    }

    private Set<String> seen(Set<Promise.Seen> by, Function<Promise, String> display) {
        return found.stream().filter(promise -> by.contains(promise.seen())).map(display).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was found in class files, to be compared. */
    public static Set<String> foundInBytecode(Collection<Violation> violations) {
        return violations.stream().map(violation -> Promise.isDeclaration(violation.rule().code())
                ? Promise.ofMethod(violation.rule().code(), violation.method())
                : Promise.atLine(violation.rule().code(), violation.position().line())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was found in sources, to be compared. */
    public static Set<String> foundInSource(Collection<Violation> violations) {
        return violations.stream().map(violation -> Promise.atLine(violation.rule().code(), violation.position().line()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
