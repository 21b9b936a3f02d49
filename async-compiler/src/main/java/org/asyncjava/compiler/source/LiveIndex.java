package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The classes that are declared in the sources of a project, while these change. Of a file that nobody asks for only the names of its classes are kept;
 * it is parsed when something in it is asked for. For one thread.
 */
final class LiveIndex implements SourceClasses {
    private final Function<Path, Optional<SourceFile>> files;
    private final Function<SourceFile, Names> names;
    /** By their names; the first of the files that declare a class is asked, as in a build. */
    private final Map<String, TreeSet<Path>> declaring = new HashMap<>();
    private final Map<Path, Set<String>> declared = new HashMap<>();
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
     * A file has become known, or has changed.
     *
     * @return whether it declares other classes than before
     */
    boolean put(Path file, Set<String> types) {
        Set<String> before = declared.getOrDefault(file, Set.of());
        if (before.equals(types)) {
            return false;
        }
        before.forEach(name -> declaring.computeIfPresent(name, (same, paths) -> paths.remove(file) && paths.isEmpty() ? null : paths));
        types.forEach(name -> declaring.computeIfAbsent(name, unknown -> new TreeSet<>()).add(file));
        if (types.isEmpty()) {
            declared.remove(file);
        } else {
            declared.put(file, Set.copyOf(types));
        }
        return true;
    }

    /** Those that declare something. */
    Set<Path> files() {
        return declared.keySet();
    }

    Set<String> typesOf(Path file) {
        return declared.getOrDefault(file, Set.of());
    }

    /** What has been made of the text of any file is made anew. */
    void forget() {
        stubs.clear();
    }

    /** What other files can learn from a file, its text being what it is now. */
    byte[] outline(Path file) {
        ByteArrayOutputStream outline = new ByteArrayOutputStream();
        for (String name : new TreeSet<>(typesOf(file))) {
            outline.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            outline.writeBytes(stubOrNothing(name));
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
        return declaring.containsKey(internalName);
    }

    @Override
    public byte[] classFile(String internalName) {
        TreeSet<Path> paths = declaring.get(internalName);
        if (paths == null) {
            return null;
        }
        byte[] stub = stubs.get(internalName);
        if (stub == null) {
            stub = stub(paths.first(), internalName);
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
