package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaModelException;

/** The sources of all projects in which somebody has typed. May be asked by any thread. */
final class KnownProjects {
    private final SourceWorker worker;
    private final Map<IProject, Known> known = new ConcurrentHashMap<>();

    /** Sources, and what was known when they were read. */
    private record Known(ProjectFacts facts, ProjectSources sources) {
    }

    KnownProjects(SourceWorker worker) {
        this.worker = worker;
    }

    /** The sources of a project, to be used by the worker, which has been told to read them. */
    ProjectSources of(IJavaProject project, ProjectFacts facts) throws JavaModelException {
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
