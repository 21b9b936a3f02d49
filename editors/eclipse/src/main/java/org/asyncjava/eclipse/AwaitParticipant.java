package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.rules.Level;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaModelException;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.CompilationParticipant;
import org.eclipse.jdt.core.compiler.ReconcileContext;

/**
 * Reports broken rules in a text while somebody types. It takes no part in builds: what these report, each once, is for the annotation processor or
 * for Maven's {@code check} to say.
 */
public final class AwaitParticipant extends CompilationParticipant {
    private static final String ANNOTATION = "org.asyncjava.Async";
    private static final ILog LOG = Platform.getLog(AwaitParticipant.class);

    private final SourceWorker worker = new SourceWorker();
    private final KnownProjects projects = new KnownProjects(worker);

    /** Made by Eclipse, once. */
    public AwaitParticipant() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(new ChangedFiles(projects::changed, projects::forget), ChangedFiles.EVENTS);
    }

    @Override
    public boolean isActive(IJavaProject project) {
        try {
            return project.findType(ANNOTATION) != null;
        } catch (JavaModelException unknown) {
            return false;
        }
    }

    @Override
    public void reconcile(ReconcileContext context) {
        ICompilationUnit copy = context.getWorkingCopy();
        try {
            Optional<Path> file = ProjectTexts.file(copy);
            if (file.isPresent() && copy.getJavaProject().isOnClasspath(copy)) {
                context.putProblems(AwaitProblem.MARKER, problems(copy, file.get()));
            }
        } catch (CoreException | ExecutionException defect) {
            LOG.error("async-java: " + copy.getElementName() + " could not be looked at", defect);
        }
    }

    private CategorizedProblem[] problems(ICompilationUnit copy, Path file) throws CoreException, ExecutionException {
        ProjectFacts facts = ProjectFacts.of(copy.getJavaProject());
        ProjectSources sources = projects.of(copy.getJavaProject(), facts);
        String text = copy.getSource();
        Map<Path, String> texts = ProjectTexts.open(facts.projects(), copy.getOwner());
        texts.put(file, text);
        List<LiveFinding> findings = worker.ask(() -> sources.look(file, texts), List.of());
        Offsets offsets = new Offsets(text);
        return findings.stream().filter(finding -> level(facts, finding) != Level.OFF)
                .map(finding -> new AwaitProblem(finding, level(facts, finding), offsets, copy.getPath().toString())).toArray(CategorizedProblem[]::new);
    }

    private static Level level(ProjectFacts facts, LiveFinding finding) {
        return facts.settings().levels().of(finding.violation().rule());
    }
}
