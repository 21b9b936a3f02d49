package probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** A Java file in an editor of the window. */
record OpenEditor(ITextEditor editor) {
    static OpenEditor of(IWorkbenchPage page, IFile file) throws CoreException {
        return new OpenEditor((ITextEditor) IDE.openEditor(page, file));
    }

    private IDocument document() {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    void replace(String some, String other) throws BadLocationException {
        document().replace(document().get().indexOf(some), some.length(), other);
    }

    String text() {
        return document().get();
    }

    void set(String text) {
        document().set(text);
    }

    /** Puts the caret at the beginning of some text. */
    void goTo(String some) {
        editor.selectAndReveal(document().get().indexOf(some), 0);
    }

    void save() {
        editor.doSave(new NullProgressMonitor());
    }

    /** Line, text, how it is drawn, and what is said of it; of what is not yet saved, of all else the builds say it. */
    List<String> problems() {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        List<String> problems = new ArrayList<>();
        for (Iterator<Annotation> each = model.getAnnotationIterator(); each.hasNext();) {
            Annotation annotation = each.next();
            Position at = model.getPosition(annotation);
            String drawn = annotation.getType();
            if (!annotation.isMarkedDeleted() && drawn.matches("org\\.eclipse\\.jdt\\.ui\\.(error|warning)")) {
                problems.add(line(at) + " " + text(at) + " " + drawn.substring(drawn.lastIndexOf('.') + 1) + " " + annotation.getText());
            }
        }
        problems.sort(null);
        return problems;
    }

    private int line(Position at) {
        try {
            return document().getLineOfOffset(at.getOffset()) + 1;
        } catch (BadLocationException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private String text(Position at) {
        return document().get().substring(at.getOffset(), at.getOffset() + at.getLength());
    }
}
