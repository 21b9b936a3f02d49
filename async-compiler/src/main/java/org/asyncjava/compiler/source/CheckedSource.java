package org.asyncjava.compiler.source;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassPathEntry;

/** A source as it was looked at, with what was found in it: for whoever shows that, or mends it. For one thread, and as long as nothing around it changes. */
public final class CheckedSource {
    private final Path path;
    private final String text;
    private final int flaws;
    private final Meanings meanings;
    private final Surroundings around;

    private CheckedSource(Path path, String text, int flaws, Meanings meanings, Surroundings around) {
        this.path = path;
        this.text = text;
        this.flaws = flaws;
        this.meanings = meanings;
        this.around = around;
    }

    /**
     * Looks at a source that stands alone.
     *
     * @param path where it is; need not exist
     * @param text what it says
     * @param classPath classes that it uses; may be incomplete
     * @return what was found; empty if the text cannot be read at all
     */
    public static Optional<CheckedSource> alone(Path path, String text, List<ClassPathEntry> classPath) {
        return among(path, text, Surroundings.of(classPath));
    }

    /** Looks at a source among others. */
    static Optional<CheckedSource> among(Path path, String text, Surroundings around) {
        ParseResult<CompilationUnit> parsed = new SourceParser().result(SourceText.of(text).text());
        return parsed.getResult().map(unit -> new CheckedSource(path, text, parsed.getProblems().size(), around.meanings(new SourceFile(path, unit)), around));
    }

    /**
     * What the source says.
     *
     * @return its text as it was given
     */
    public String text() {
        return text;
    }

    /**
     * What is wrong with it.
     *
     * @return the broken rules, in the order of the source
     */
    public List<Violation> violations() {
        return meanings.findings().stream().map(Finding::violation).toList();
    }

    /**
     * How much of it is no Java.
     *
     * @return the number of places; 0 if the whole text could be read
     */
    public int flaws() {
        return flaws;
    }

    /**
     * Looks at another text in the place of this one, among the same other sources and classes.
     *
     * @param other the text
     * @return what was found; empty if the text cannot be read at all
     */
    public Optional<CheckedSource> with(String other) {
        return among(path, other, around);
    }

    /**
     * What it means.
     *
     * @return the meaning of its names and calls
     */
    public Meanings meanings() {
        return meanings;
    }
}
