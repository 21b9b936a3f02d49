package org.asyncjava.compiler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Where a compiler writes class files: for each module the directory below which its packages are. */
final class Outputs {
    private static final String UNNAMED = "";
    /** No such file is ever made: its place tells where others are. */
    private static final String PROBE = "async-java.probe";

    private final Filer filer;
    private final Elements elements;
    private final Map<String, URI> places = new HashMap<>();

    private Outputs(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** Asks a compiler. In a compilation of several modules it answers only once it is asked for a class of one of them. */
    static Outputs of(Filer filer, Elements elements) {
        Outputs outputs = new Outputs(filer, elements);
        outputs.look(UNNAMED);
        return outputs;
    }

    /** Outputs whose directory is known. */
    static Outputs at(Path directory, Elements elements) {
        Outputs outputs = new Outputs(null, elements);
        outputs.places.put(UNNAMED, directory.resolve(PROBE).toUri());
        return outputs;
    }

    /** Finds out where classes of the module of a class or package go. */
    void look(Element root) {
        ModuleElement module = elements.getModuleOf(root);
        look(module == null || module.isUnnamed() ? UNNAMED : module.getQualifiedName().toString());
    }

    private void look(String module) {
        if (!places.containsKey(module) && filer != null) {
            try {
                FileObject probe = filer.getResource(StandardLocation.CLASS_OUTPUT, module.isEmpty() ? "" : module + "/", PROBE);
                places.put(module, probe.toUri());
            } catch (IOException | RuntimeException unknown) {
                places.remove(module);
            }
        }
    }

    /** Whether classes become files. */
    boolean areFiles() {
        return !places.isEmpty() && places.values().stream().allMatch(place -> "file".equals(place.getScheme()));
    }

    /**
     * The class file that was written for a class.
     *
     * @param module name of its module; empty if that has none
     * @param binaryName name of the class
     * @param source its source file; without {@code -d} classes are written beside their sources
     */
    Optional<Path> classFile(String module, String binaryName, URI source) {
        URI place = places.getOrDefault(module, places.get(UNNAMED));
        Stream<Path> below = place == null ? Stream.empty()
                : Stream.of(Path.of(place).resolveSibling(binaryName.replace('.', '/') + ".class"));
        Stream<Path> beside = source == null || !"file".equals(source.getScheme()) ? Stream.empty()
                : Stream.of(Path.of(source).resolveSibling(binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class"));
        return Stream.concat(below, beside).filter(Files::isRegularFile).max(Comparator.comparing(Outputs::lastModified));
    }

    private static long lastModified(Path file) {
        return file.toFile().lastModified();
    }
}
