package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.compiler.source.LiveSources;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceText;

/** The sources of one project, with those that it requires, while somebody types. For one thread, that of a {@link SourceWorker}. */
final class ProjectSources {
    private final BuiltClasses classes;
    private final LiveSources sources;
    private final Map<Path, String> open = new HashMap<>();

    /** Sources of which none has been read. */
    ProjectSources(ProjectFacts facts) {
        classes = new BuiltClasses(facts.folders(), open::containsKey, ReadableClasses.of(facts.libraryPaths()));
        sources = new LiveSources(SourceText.in(facts.encoding()), classes, facts.settings().annotations());
    }

    /** Files have become known, have changed on disk, or are gone. */
    void read(Collection<Path> files) {
        sources.read(files);
    }

    /**
     * Looks at a text.
     *
     * @param file whose text it is
     * @param texts all that are open, with this one
     * @return what is wrong in it
     */
    List<LiveFinding> look(Path file, Map<Path, String> texts) {
        open.keySet().stream().filter(known -> !texts.containsKey(known)).toList().forEach(this::close);
        texts.forEach(this::open);
        return sources.look(file).findings();
    }

    private void open(Path file, String text) {
        if (!text.equals(open.put(file, text))) {
            sources.open(file, text);
        }
    }

    private void close(Path file) {
        open.remove(file);
        sources.close(file);
    }

    /** They are needed no more. */
    void close() {
        classes.close();
    }
}
