package org.asyncjava.lsp.view;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.compiler.source.LiveFile;
import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.lsp.text.Document;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Levels;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Broken rules as a client shows them.
 *
 * @param levels how serious each rule is taken
 * @param pages where they are explained
 */
public record Reports(Levels levels, RulePages pages) {
    /** Whose they are. */
    public static final String SOURCE = "async-java";

    /**
     * All of a document.
     *
     * @param document the document
     * @param file what there is to see in it
     * @return in the order of the source
     */
    public List<Diagnostic> of(Document document, LiveFile file) {
        List<Diagnostic> reports = new ArrayList<>();
        file.remark().ifPresent(remark -> reports.add(remark(document, remark)));
        file.findings().stream().filter(finding -> levels.of(finding.violation().rule()) != Level.OFF).forEach(finding -> reports.add(report(document, finding)));
        return reports;
    }

    private static Diagnostic remark(Document document, String remark) {
        Range range = new Range(new Position(0, 0), document.buffer().endOfLine(0));
        return new Diagnostic(range, document.file().getFileName() + " " + remark, DiagnosticSeverity.Information, SOURCE);
    }

    private Diagnostic report(Document document, LiveFinding finding) {
        AwaitRule rule = finding.violation().rule();
        DiagnosticSeverity severity = levels.of(rule) == Level.ERROR ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        Diagnostic report = new Diagnostic(Ranges.of(finding.at()), finding.violation().message(), severity, SOURCE, rule.code());
        pages.uri(rule).ifPresent(uri -> report.setCodeDescription(new DiagnosticCodeDescription(uri)));
        finding.related().ifPresent(related -> report.setRelatedInformation(List.of(
                new DiagnosticRelatedInformation(new Location(document.uri(), Ranges.of(related.at())), related.text()))));
        if (rule == AwaitRule.ASYNC_WITHOUT_AWAIT) {
            report.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        return report;
    }
}
