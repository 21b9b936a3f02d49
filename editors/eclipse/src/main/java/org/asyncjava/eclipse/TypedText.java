package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.core.ICompilationUnit;

/**
 * A text in which somebody types, as it is now.
 *
 * @param copy Eclipse's model of it
 * @param file where it is saved
 * @param text what it says
 * @param facts what is known of its project
 */
record TypedText(ICompilationUnit copy, Path file, String text, ProjectFacts facts) {
    /** Asks Eclipse's model; empty if the text is nowhere that a path leads to, or no source of its project. */
    static Optional<TypedText> of(ICompilationUnit copy) throws CoreException {
        Optional<Path> file = ProjectTexts.file(copy);
        if (file.isEmpty() || !copy.getJavaProject().isOnClasspath(copy)) {
            return Optional.empty();
        }
        return Optional.of(new TypedText(copy, file.get(), copy.getSource(), ProjectFacts.of(copy.getJavaProject())));
    }
}
