package org.asyncjava.lsp.view;

import java.util.Optional;
import org.asyncjava.compiler.source.LiveFile;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/**
 * What is said of a place that somebody points at.
 *
 * @param pages about the rules
 */
public record Hovers(RulePages pages) {
    /**
     * The page of the rule that is broken there, or what is marked there.
     *
     * @param file what there is to see in the document
     * @param position the place
     * @return Markdown; empty if there is nothing to say
     */
    public Optional<Hover> at(LiveFile file, Position position) {
        return file.findings().stream().filter(finding -> Ranges.contains(Ranges.of(finding.at()), position)).findFirst()
                .map(finding -> pages.text(finding.violation().rule())).or(() -> Marks.at(file, position))
                .map(text -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, text)));
    }
}
