package org.asyncjava.eclipse;

import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.fix.TextChange;
import org.eclipse.jdt.ui.text.java.IJavaCompletionProposal;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;

/**
 * A fix, as Eclipse lists it.
 *
 * @param fix what is changed
 * @param text of which
 * @param relevance the greater, the earlier in the list
 */
record FixProposal(Fix fix, String text, int relevance) implements IJavaCompletionProposal {
    @Override
    public int getRelevance() {
        return relevance;
    }

    @Override
    public String getDisplayString() {
        return fix.title();
    }

    /** Changes nothing if it is another text by now. */
    @Override
    public void apply(IDocument document) {
        if (!document.get().equals(text)) {
            return;
        }
        MultiTextEdit edit = new MultiTextEdit();
        for (TextChange change : fix.changes()) {
            edit.addChild(new ReplaceEdit(change.start(), change.end() - change.start(), change.text()));
        }
        try {
            edit.apply(document);
        } catch (BadLocationException beyond) {
            throw new IllegalStateException(beyond);
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
