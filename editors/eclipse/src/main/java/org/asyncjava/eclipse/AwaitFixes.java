package org.asyncjava.eclipse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.source.LiveFinding;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.ui.text.java.IInvocationContext;
import org.eclipse.jdt.ui.text.java.IJavaCompletionProposal;
import org.eclipse.jdt.ui.text.java.IProblemLocation;
import org.eclipse.jdt.ui.text.java.IQuickFixProcessor;

/** Offers what can be done about what {@link AwaitParticipant} reports. In an Eclipse without windows nobody asks for it. */
public final class AwaitFixes implements IQuickFixProcessor {
    /** More than most of Eclipse's own have, which are about something else. */
    private static final int FIRST = 100;

    /** Made by Eclipse, once. */
    public AwaitFixes() {
    }

    @Override
    public boolean hasCorrections(ICompilationUnit unit, int problemId) {
        return problemId == IProblem.ExternalProblemNotFixable;
    }

    @Override
    public IJavaCompletionProposal[] getCorrections(IInvocationContext context, IProblemLocation[] locations) throws CoreException {
        List<IProblemLocation> own = Arrays.stream(locations).filter(location -> AwaitProblem.MARKER.equals(location.getMarkerType())).toList();
        Optional<TypedText> text = own.isEmpty() ? Optional.empty() : TypedText.of(context.getCompilationUnit());
        return text.isEmpty() ? new IJavaCompletionProposal[0] : proposals(text.get(), own);
    }

    private static IJavaCompletionProposal[] proposals(TypedText text, List<IProblemLocation> locations) throws CoreException {
        Offsets offsets = new Offsets(text.text());
        try {
            List<Fix> fixes = KnownProjects.ALL.ask(text, sources -> sources.fixes(text.file(), finding -> isAt(locations, finding, offsets)), List.of());
            return IntStream.range(0, fixes.size()).mapToObj(at -> new FixProposal(fixes.get(at), text.text(), FIRST - at)).toArray(IJavaCompletionProposal[]::new);
        } catch (ExecutionException defect) {
            AwaitParticipant.LOG.error("async-java: no fixes for " + text.file(), defect);
            return new IJavaCompletionProposal[0];
        }
    }

    private static boolean isAt(List<IProblemLocation> locations, LiveFinding finding, Offsets offsets) {
        int start = offsets.of(finding.at().line(), finding.at().column());
        String[] rule = {finding.violation().rule().code()};
        return locations.stream().anyMatch(location -> location.getOffset() == start && Arrays.equals(location.getProblemArguments(), rule));
    }
}
