package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * What a source stands among while it is looked at with this text and that.
 *
 * @param sources the classes of other sources
 * @param own names of those among them that the source itself declares, whatever its text is now
 * @param libraries classes that sources use
 * @param annotations those that last as long as a call
 */
record Surroundings(SourceClasses sources, Set<String> own, ClassPath libraries, CallAnnotations annotations) {
    /** Those of a source that stands alone. */
    static Surroundings of(List<ClassPathEntry> libraries) {
        SourceClasses none = new SourceIndex(file -> {
            throw new IllegalStateException("no source");
        });
        return new Surroundings(none, Set.of(), ClassPath.over(libraries.toArray(ClassPathEntry[]::new)), CallAnnotations.known());
    }

    /** Looks at a file among them. */
    Meanings meanings(SourceFile file) {
        With all = new With(file);
        ClassPath classes = ClassPath.over(all, new Libraries());
        all.hierarchy = new Hierarchy(all, libraries, classes);
        return Meanings.of(file, all.hierarchy, classes, annotations);
    }

    /** Those that have been read already are not read again. */
    private final class Libraries implements ClassPathEntry {
        @Override
        public byte[] classFile(String internalName) {
            return libraries.classFile(internalName).orElse(null);
        }

        @Override
        public void close() {
        }
    }

    /** The classes of the file and of the sources around it. */
    private final class With implements SourceClasses {
        private final SourceFile file;
        private final Map<String, TypeDeclaration<?>> types;
        private Hierarchy hierarchy;

        With(SourceFile file) {
            this.file = file;
            this.types = SourceIndex.typesIn(file);
        }

        @Override
        public boolean declares(String internalName) {
            return types.containsKey(internalName) || !own.contains(internalName) && sources.declares(internalName);
        }

        @Override
        public byte[] classFile(String internalName) throws IOException {
            TypeDeclaration<?> type = types.get(internalName);
            if (type != null) {
                return new SourceStub(new Names(file, hierarchy::exists)).of(internalName, type);
            }
            return own.contains(internalName) ? null : sources.classFile(internalName);
        }

        @Override
        public void close() {
        }
    }
}
