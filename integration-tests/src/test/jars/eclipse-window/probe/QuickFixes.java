package probe;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.texteditor.ITextEditor;

/** The list that Ctrl+1 opens where the caret is. */
record QuickFixes(Table list) {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 120;

    /** Opens it. */
    static QuickFixes in(ITextEditor editor, Screen screen) {
        editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.QUICK_ASSIST);
        screen.until(() -> opened(screen) != null);
        return new QuickFixes(opened(screen));
    }

    private static Table opened(Screen screen) {
        for (Shell shell : screen.shells()) {
            Table table = table(shell);
            if (table != null && shell.getText().isEmpty() && table.isVisible() && table.getItemCount() > 0) {
                return table;
            }
        }
        return null;
    }

    private static Table table(Composite within) {
        for (Control child : within.getChildren()) {
            Table found = child instanceof Table table ? table : child instanceof Composite composite ? table(composite) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    List<String> titles() {
        return Arrays.stream(list.getItems()).map(TableItem::getText).toList();
    }

    /** Makes room for the titles. */
    QuickFixes widen() {
        list.getShell().setSize(WIDTH, HEIGHT);
        return this;
    }

    /** Chooses one. */
    void choose(int at) {
        list.setSelection(at);
        Event chosen = new Event();
        chosen.item = list.getItem(at);
        list.notifyListeners(SWT.Selection, chosen);
        list.notifyListeners(SWT.DefaultSelection, chosen);
    }
}
