package probe;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** The view of this name. */
record Problems(IViewPart view) {
    private static final int DESCRIPTION = 600;

    static Problems in(IWorkbenchPage page) throws PartInitException {
        return new Problems(page.showView(IPageLayout.ID_PROBLEM_VIEW));
    }

    private TreeViewer rows() {
        return (TreeViewer) view.getSite().getSelectionProvider();
    }

    /** Makes room for the first column. */
    void widen() {
        rows().getTree().getColumn(0).setWidth(DESCRIPTION);
    }

    /** The first column, with all groups open. */
    List<String> shown() {
        rows().expandAll();
        List<String> shown = new ArrayList<>();
        for (TreeItem group : rows().getTree().getItems()) {
            shown.add(group.getText());
            for (TreeItem row : group.getItems()) {
                shown.add(row.getText());
            }
        }
        return shown;
    }
}
