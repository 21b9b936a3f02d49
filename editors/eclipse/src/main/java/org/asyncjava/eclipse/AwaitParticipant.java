package org.asyncjava.eclipse;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.rules.Level;
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
    static final ILog LOG = Platform.getLog(AwaitParticipant.class);

    /** Made by Eclipse, once. */
    public AwaitParticipant() {
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
            Optional<TypedText> text = TypedText.of(copy);
            if (text.isPresent()) {
                context.putProblems(AwaitProblem.MARKER, problems(text.get()));
            }
        } catch (CoreException | ExecutionException defect) {
            LOG.error("async-java: " + copy.getElementName() + " could not be looked at", defect);
        }
    }

    private static CategorizedProblem[] problems(TypedText text) throws CoreException, ExecutionException {
        List<LiveFinding> findings = KnownProjects.ALL.ask(text, sources -> sources.findings(text.file()), List.of());
        Offsets offsets = new Offsets(text.text());
        return findings.stream().filter(finding -> level(text.facts(), finding) != Level.OFF)
                .map(finding -> new AwaitProblem(finding, level(text.facts(), finding), offsets, text.copy().getPath().toString())).toArray(CategorizedProblem[]::new);
    }

    private static Level level(ProjectFacts facts, LiveFinding finding) {
        return facts.settings().levels().of(finding.violation().rule());
    }
}
