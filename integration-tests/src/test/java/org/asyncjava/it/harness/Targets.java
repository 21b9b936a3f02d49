package org.asyncjava.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of one folder of {@code src/test/targets}: ordinary Java sources, one situation each.
 *
 * @param folder the folder's name
 * @param sources the texts by path
 */
public record Targets(String folder, Map<String, String> sources) {
    private static final Path ROOT = Path.of("src", "test", "targets");
    private static final Pattern ENTRY = Pattern.compile("public static \\w+<[^>]*>+ run\\(Env env\\)");

    /**
     * Reads a folder.
     *
     * @param folder its name
     * @return its targets
     */
    public static Targets in(String folder) {
        Path root = ROOT.resolve(folder);
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Targets(folder, sources);
    }

    /**
     * Compiles and transforms the folder.
     *
     * @param flavour what async methods return
     * @param dialect how to compile
     * @return the build
     */
    public Build build(Flavour flavour, Dialect dialect) {
        return Build.of(texts(flavour), dialect);
    }

    /**
     * Compiles the folder as it is written: what {@link #build} transforms. Of targets with generators the build itself has another form, which blocks.
     *
     * @param flavour what async methods return
     * @param dialect how to compile
     * @return the class files as the compiler wrote them, by class name
     */
    public Map<String, byte[]> compiled(Flavour flavour, Dialect dialect) {
        return Build.compiled(texts(flavour), dialect);
    }

    private Map<String, String> texts(Flavour flavour) {
        Map<String, String> texts = new TreeMap<>();
        sources.forEach((path, text) -> texts.put(path, flavour.of(text)));
        return texts;
    }

    /**
     * The classes that have an entry.
     *
     * @return their names, in order
     */
    public List<String> mainClasses() {
        return sources.entrySet().stream()
                .filter(source -> ENTRY.matcher(source.getValue()).find())
                .map(source -> source.getKey().replace(".java", "").replace('/', '.'))
                .toList();
    }
}
