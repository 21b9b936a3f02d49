package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The classes that are declared in sources, as class files without code. Local classes have no name and are not among them. */
final class SourceIndex implements SourceClasses {
    /**
     * A class and where it is declared.
     *
     * @param file the file
     * @param type its declaration
     */
    record Declared(SourceFile file, TypeDeclaration<?> type) {
    }

    private final Map<String, Declared> types = new HashMap<>();
    private final Function<SourceFile, Names> names;

    /**
     * An index that is empty as yet.
     *
     * @param names resolves the names in a file
     */
    SourceIndex(Function<SourceFile, Names> names) {
        this.names = names;
    }

    void add(SourceFile file) {
        typesIn(file).forEach((name, type) -> types.putIfAbsent(name, new Declared(file, type)));
    }

    /** The classes that a file declares, by their internal names; of those that have the same name the first. */
    static Map<String, TypeDeclaration<?>> typesIn(SourceFile file) {
        Map<String, TypeDeclaration<?>> types = new LinkedHashMap<>();
        file.unit().getTypes().forEach(type -> add(file, type, types));
        return types;
    }

    private static void add(SourceFile file, TypeDeclaration<?> type, Map<String, TypeDeclaration<?>> types) {
        internalName(file, type).ifPresent(name -> types.putIfAbsent(name, type));
        type.getMembers().forEach(member -> member.toTypeDeclaration().ifPresent(nested -> add(file, nested, types)));
    }

    @Override
    public boolean declares(String internalName) {
        return types.containsKey(internalName);
    }

    @Override
    public byte[] classFile(String internalName) {
        Declared declared = types.get(internalName);
        return declared == null ? null : new SourceStub(names.apply(declared.file())).of(internalName, declared.type());
    }

    /** A digest of all that one file can learn from another one here: it changes if that changes, and not if a method's body does. */
    String facts() {
        MessageDigest digest = digest();
        for (String name : new TreeSet<>(types.keySet())) {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(outline(name));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** What has no form of a class file tells nobody anything. */
    private byte[] outline(String name) {
        try {
            return classFile(name);
        } catch (RuntimeException | StackOverflowError unfit) {
            return new byte[0];
        }
    }

    /** The internal name of a class; empty if it is a local one. */
    static Optional<String> internalName(SourceFile file, TypeDeclaration<?> type) {
        Node parent = type.getParentNode().orElse(null);
        if (parent instanceof TypeDeclaration<?> outer) {
            return internalName(file, outer).map(name -> name + "$" + type.getNameAsString());
        }
        if (parent != file.unit()) {
            return Optional.empty();
        }
        String prefix = file.packageName().isEmpty() ? "" : file.packageName().replace('.', '/') + "/";
        return Optional.of(prefix + type.getNameAsString());
    }

    @Override
    public void close() {
        types.clear();
    }
}
