package probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.IProblemRequestor;
import org.eclipse.jdt.core.JavaModelException;
import org.eclipse.jdt.core.WorkingCopyOwner;
import org.eclipse.jdt.core.compiler.IProblem;

/** What an editor does with a source: a working copy, reconciled after each change. All of them belong to the same workbench. */
final class Editor implements IProblemRequestor {
    private static final ThreadLocal<Editor> ASKING = new ThreadLocal<>();
    private static final WorkingCopyOwner WORKBENCH = new WorkingCopyOwner() {
        @Override
        public IProblemRequestor getProblemRequestor(ICompilationUnit unit) {
            return ASKING.get();
        }
    };

    private final List<IProblem> problems = new ArrayList<>();
    private final ICompilationUnit copy;

    Editor(ICompilationUnit unit) throws JavaModelException {
        ASKING.set(this);
        copy = unit.getWorkingCopy(WORKBENCH, null);
    }

    /** The text is another, unsaved; what is shown then. */
    List<String> type(String text) throws JavaModelException {
        copy.getBuffer().setContents(text);
        return look();
    }

    /** What is shown of the text as it is. */
    List<String> look() throws JavaModelException {
        ASKING.set(this);
        problems.clear();
        copy.reconcile(ICompilationUnit.NO_AST, ICompilationUnit.FORCE_PROBLEM_DETECTION, WORKBENCH, null);
        String text = copy.getSource();
        return problems.stream().filter(problem -> !JavaProject.text(problem.getMessage()).equals(problem.getMessage()))
                .map(problem -> problem.getSourceStart() + "-" + problem.getSourceEnd() + " " + text.substring(problem.getSourceStart(), problem.getSourceEnd() + 1)
                        + (problem.isError() ? " error " : " warning ") + problem.getSourceLineNumber() + ": " + problem.getMessage())
                .toList();
    }

    /** The same without what is not about async code, each with line and column of its beginning. */
    Stream<String> places() throws JavaModelException {
        String text = copy.getSource();
        return problems.stream().filter(problem -> problem.getMessage().startsWith("AJ"))
                .map(problem -> Corpus.place(text, problem.getSourceStart()) + " " + problem.getMessage());
    }

    void close() throws JavaModelException {
        copy.discardWorkingCopy();
    }

    @Override
    public void acceptProblem(IProblem problem) {
        problems.add(problem);
    }

    @Override
    public void beginReporting() {
    }

    @Override
    public void endReporting() {
    }

    @Override
    public boolean isActive() {
        return true;
    }
}
