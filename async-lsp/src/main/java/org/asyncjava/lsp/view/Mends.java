package org.asyncjava.lsp.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.fix.Fixes;
import org.asyncjava.compiler.fix.TextChange;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.compiler.source.LiveFile;
import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.lsp.text.Document;
import org.asyncjava.lsp.text.TextBuffer;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * What can be done about reports, as a client offers it.
 *
 * @param document the document
 * @param file what there is to see in it
 * @param reports how reports are shown
 */
public record Mends(Document document, LiveFile file, Reports reports) {
    /** All that can be mended without looking. */
    public static final String ALL = CodeActionKind.SourceFixAll + ".async-java";

    /**
     * Fixes for the reports in a part of the document.
     *
     * @param source the same document
     * @param part which part
     * @return the one to choose first for each report
     */
    public List<CodeAction> of(CheckedSource source, Range part) {
        List<CodeAction> actions = new ArrayList<>();
        for (LiveFinding finding : file.findings()) {
            List<Diagnostic> shown = reports.of(document, new LiveFile(List.of(finding), List.of(), Optional.empty()));
            if (!shown.isEmpty() && Ranges.overlap(part, Ranges.of(finding.at()))) {
                Fixes.of(source, finding.violation()).forEach(fix -> actions.add(action(fix, shown)));
            }
        }
        return actions;
    }

    private CodeAction action(Fix fix, List<Diagnostic> mended) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(mended);
        action.setIsPreferred(fix.kind() != Fix.Kind.OTHER);
        action.setEdit(edit(fix.changes().stream().map(this::edit).toList()));
        return action;
    }

    private TextEdit edit(TextChange change) {
        TextBuffer buffer = document.buffer();
        return new TextEdit(new Range(buffer.position(change.start()), buffer.position(change.end())), change.text());
    }

    private WorkspaceEdit edit(List<TextEdit> edits) {
        return new WorkspaceEdit(Map.of(document.uri(), edits));
    }

    /**
     * Mends all that can be mended without looking.
     *
     * @param source the same document
     * @return one action; none if there is nothing of that kind
     */
    public List<CodeAction> all(CheckedSource source) {
        String before = document.buffer().text();
        String after = Fixes.all(source);
        if (after.equals(before)) {
            return List.of();
        }
        CodeAction action = new CodeAction("Mend all that async-java can mend without being looked at");
        action.setKind(ALL);
        action.setEdit(edit(List.of(edit(difference(before, after)))));
        return List.of(action);
    }

    /** What lies between the characters that are the same from either end. */
    private static TextChange difference(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new TextChange(start, before.length() - tail, after.substring(start, after.length() - tail));
    }
}
