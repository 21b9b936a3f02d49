package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaModelException;

/** The sources of all projects in which somebody has typed. May be asked by any thread. */
final class KnownProjects {
    /** Eclipse makes those that report and those that mend, and does not make them known to each other. */
    static final KnownProjects ALL = listening();

    private final SourceWorker worker;
    private final Map<IProject, Known> known = new ConcurrentHashMap<>();

    /** Sources, and what was known when they were read. */
    private record Known(ProjectFacts facts, ProjectSources sources) {
    }

    private KnownProjects(SourceWorker worker) {
        this.worker = worker;
    }

    private static KnownProjects listening() {
        KnownProjects all = new KnownProjects(new SourceWorker());
        ResourcesPlugin.getWorkspace().addResourceChangeListener(new ChangedFiles(all::changed, all::forget), ChangedFiles.EVENTS);
        return all;
    }

    /**
     * Asks something about a text.
     *
     * @param question asked in the worker's thread, when the text and all others are known that are open
     * @param otherwise the answer if it takes too long
     * @throws ExecutionException if the question fails
     */
    <T> T ask(TypedText text, Function<ProjectSources, T> question, T otherwise) throws JavaModelException, ExecutionException {
        ProjectSources sources = of(text.copy().getJavaProject(), text.facts());
        Map<Path, String> texts = ProjectTexts.open(text.facts().projects(), text.copy().getOwner());
        texts.put(text.file(), text.text());
        return worker.ask(() -> {
            sources.open(texts);
            return question.apply(sources);
        }, otherwise);
    }

    /** The sources of a project, to be used by the worker, which has been told to read them. */
    private ProjectSources of(IJavaProject project, ProjectFacts facts) throws JavaModelException {
        Known now = known.get(project.getProject());
        if (now != null && now.facts.equals(facts)) {
            return now.sources;
        }
        ProjectSources sources = new ProjectSources(facts);
        // It hears of changes before it asks for what there is, so that nothing is missed.
        close(known.put(project.getProject(), new Known(facts, sources)));
        Set<Path> files = ProjectTexts.files(facts.projects());
        worker.execute(() -> sources.read(files));
        return sources;
    }

    /** Sources are new, gone or changed. */
    void changed(Set<Path> files) {
        for (Known one : known.values()) {
            Set<Path> own = files.stream().filter(one.facts.folders()::hasSource).collect(Collectors.toSet());
            worker.execute(() -> one.sources.read(own));
        }
    }

    /** Nobody works on a project any more. */
    void forget(IProject project) {
        close(known.remove(project));
    }

    private void close(Known before) {
        if (before != null) {
            worker.execute(before.sources::close);
        }
    }
}
