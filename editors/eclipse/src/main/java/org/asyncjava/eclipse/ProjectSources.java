package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.fix.Fixes;
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

    /** What is open now; all else is as it is on disk. */
    void open(Map<Path, String> texts) {
        open.keySet().stream().filter(known -> !texts.containsKey(known)).toList().forEach(this::close);
        texts.forEach(this::open);
    }

    /** What is wrong in a text that is open. */
    List<LiveFinding> findings(Path file) {
        return sources.look(file).findings();
    }

    /** What can be done about some of it; for each, the one to choose comes first. */
    List<Fix> fixes(Path file, Predicate<LiveFinding> about) {
        List<LiveFinding> some = findings(file).stream().filter(about).toList();
        return sources.checked(file).stream().flatMap(source -> some.stream().flatMap(finding -> Fixes.of(source, finding.violation()).stream())).toList();
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
