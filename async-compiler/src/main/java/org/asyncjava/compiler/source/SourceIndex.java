package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.read.ClassPathEntry;

/** The classes that are declared in sources, as class files without code. Local classes have no name and are not among them. */
final class SourceIndex implements ClassPathEntry {
    /**
     * A class and where it is declared.
     *
     * @param file the file
     * @param type its declaration
     */
    record Declared(SourceFile file, TypeDeclaration<?> type) {
    }

    private final Map<String, Declared> types = new HashMap<>();
    private final java.util.function.Function<SourceFile, Names> names;

    /**
     * An index that is empty as yet.
     *
     * @param names resolves the names in a file
     */
    SourceIndex(java.util.function.Function<SourceFile, Names> names) {
        this.names = names;
    }

    void add(SourceFile file) {
        file.unit().getTypes().forEach(type -> add(file, type));
    }

    private void add(SourceFile file, TypeDeclaration<?> type) {
        internalName(file, type).ifPresent(name -> types.putIfAbsent(name, new Declared(file, type)));
        type.getMembers().forEach(member -> member.toTypeDeclaration().ifPresent(nested -> add(file, nested)));
    }

    Optional<Declared> declared(String internalName) {
        return Optional.ofNullable(types.get(internalName));
    }

    @Override
    public byte[] classFile(String internalName) {
        Declared declared = types.get(internalName);
        return declared == null ? null : new SourceStub(names.apply(declared.file())).of(internalName, declared.type());
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
