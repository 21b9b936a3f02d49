package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The classes that are declared in the sources of a project, while these change. Of a file that nobody asks for only the words are kept that may name its
 * classes; it is parsed when one of them is asked for. For one thread.
 */
final class LiveIndex implements SourceClasses {
    private final Function<Path, Optional<SourceFile>> files;
    private final Function<SourceFile, Names> names;
    private final Map<Path, DeclarationScan> scans = new TreeMap<>();
    /** Those of the files of whose words something is sure, by these; in the order in which a build asks them. */
    private final Map<String, TreeSet<Path>> mentioning = new HashMap<>();
    private final TreeSet<Path> unsure = new TreeSet<>();
    private final Map<Path, Set<String>> declared = new HashMap<>();
    private final Map<String, Optional<Path>> declaring = new HashMap<>();
    private final Map<String, byte[]> stubs = new HashMap<>();

    /**
     * An index that is empty as yet.
     *
     * @param files parses a file as it is now
     * @param names resolves the names in a file
     */
    LiveIndex(Function<Path, Optional<SourceFile>> files, Function<SourceFile, Names> names) {
        this.files = files;
        this.names = names;
    }

    /**
     * A file has changed.
     *
     * @param scan of what it says now; empty if it declares nothing that matters
     * @return whether it declares other classes than before
     */
    boolean put(Path file, Optional<DeclarationScan> scan) {
        Set<String> before = declared.get(file);
        know(file, scan);
        return before == null || !before.equals(typesIn(file));
    }

    /** A file has become known, or has changed; nothing is parsed. */
    void know(Path file, Optional<DeclarationScan> scan) {
        declared.remove(file);
        declaring.clear();
        DeclarationScan known = scan.isPresent() ? scans.put(file, scan.get()) : scans.remove(file);
        if (known != null) {
            known.identifiers().forEach(word -> mentioning.computeIfPresent(word, (same, paths) -> paths.remove(file) && paths.isEmpty() ? null : paths));
        }
        unsure.remove(file);
        scan.ifPresent(words -> {
            words.identifiers().forEach(word -> mentioning.computeIfAbsent(word, unknown -> new TreeSet<>()).add(file));
            if (!words.isSure()) {
                unsure.add(file);
            }
        });
    }

    /** Those that may declare something. */
    Set<Path> files() {
        return scans.keySet();
    }

    private Set<String> typesIn(Path file) {
        return declared.computeIfAbsent(file, same -> files.apply(file).map(parsed -> Set.copyOf(SourceIndex.typesIn(parsed).keySet())).orElse(Set.of()));
    }

    /** What has been made of the text of any file is made anew. */
    void forget() {
        stubs.clear();
    }

    /** What other files can learn from a file, its text being what it is now. */
    byte[] outline(Path file) {
        ByteArrayOutputStream outline = new ByteArrayOutputStream();
        if (scans.containsKey(file)) {
            for (String name : new TreeSet<>(typesIn(file))) {
                outline.writeBytes(name.getBytes(StandardCharsets.UTF_8));
                outline.writeBytes(stubOrNothing(name));
            }
        }
        return outline.toByteArray();
    }

    private byte[] stubOrNothing(String name) {
        try {
            byte[] stub = classFile(name);
            return stub == null ? new byte[0] : stub;
        } catch (RuntimeException | StackOverflowError unfit) {
            return new byte[0];
        }
    }

    @Override
    public boolean declares(String internalName) {
        return declaring(internalName).isPresent();
    }

    private Optional<Path> declaring(String internalName) {
        Optional<Path> known = declaring.get(internalName);
        if (known == null) {
            known = find(internalName);
            declaring.put(internalName, known);
        }
        return known;
    }

    /** The first that declares it: a build takes that, too. */
    private Optional<Path> find(String internalName) {
        int slash = internalName.lastIndexOf('/');
        String packageName = slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
        String simpleName = internalName.substring(Math.max(slash, internalName.lastIndexOf('$')) + 1);
        TreeSet<Path> candidates = new TreeSet<>(mentioning.getOrDefault(simpleName, new TreeSet<>()));
        candidates.addAll(unsure);
        return candidates.stream().filter(file -> scans.get(file).mayDeclare(packageName, simpleName)).filter(file -> typesIn(file).contains(internalName)).findFirst();
    }

    @Override
    public byte[] classFile(String internalName) {
        Path path = declaring(internalName).orElse(null);
        if (path == null) {
            return null;
        }
        byte[] stub = stubs.get(internalName);
        if (stub == null) {
            stub = stub(path, internalName);
            stubs.put(internalName, stub);
        }
        return stub;
    }

    /** Null if the file has changed behind our back. */
    private byte[] stub(Path path, String internalName) {
        SourceFile file = files.apply(path).orElse(null);
        TypeDeclaration<?> type = file == null ? null : SourceIndex.typesIn(file).get(internalName);
        return type == null ? null : new SourceStub(names.apply(file)).of(internalName, type);
    }

    @Override
    public void close() {
    }
}
