package org.asyncjava.eclipse;

import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.rules.Level;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;

/** A broken rule, as Eclipse's editors show it. */
final class AwaitProblem extends CategorizedProblem {
    /** What is only seen while typing; nobody else's, so that none of Eclipse's own fixes takes it for a problem of its compiler. */
    static final String MARKER = "org.asyncjava.eclipse.typed";

    private final String code;
    private final String message;
    private final String file;
    private final boolean isError;
    private int start;
    private int end;
    private int line;

    /**
     * Makes a problem.
     *
     * @param finding what was found
     * @param level how serious it is taken
     * @param text in which it was found
     * @param file whose text that is, as Eclipse names it
     */
    AwaitProblem(LiveFinding finding, Level level, Offsets text, String file) {
        this.code = finding.violation().rule().code();
        this.message = code + " " + finding.violation().message();
        this.isError = level == Level.ERROR;
        this.file = file;
        this.line = finding.at().line();
        this.start = text.of(finding.at().line(), finding.at().column());
        this.end = text.lastOf(start, text.of(finding.at().endLine(), finding.at().endColumn()));
    }

    @Override
    public int getCategoryID() {
        return CAT_POTENTIAL_PROGRAMMING_PROBLEM;
    }

    @Override
    public String getMarkerType() {
        return MARKER;
    }

    /** The code of the rule, for who offers to mend it. */
    @Override
    public String[] getArguments() {
        return new String[] {code};
    }

    @Override
    public int getID() {
        return IProblem.ExternalProblemNotFixable;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public char[] getOriginatingFileName() {
        return file.toCharArray();
    }

    @Override
    public int getSourceStart() {
        return start;
    }

    /** The last character, not the one behind it. */
    @Override
    public int getSourceEnd() {
        return end;
    }

    @Override
    public int getSourceLineNumber() {
        return line;
    }

    @Override
    public boolean isError() {
        return isError;
    }

    @Override
    public boolean isWarning() {
        return !isError;
    }

    @Override
    public void setSourceStart(int start) {
        this.start = start;
    }

    @Override
    public void setSourceEnd(int end) {
        this.end = end;
    }

    @Override
    public void setSourceLineNumber(int line) {
        this.line = line;
    }
}
