package probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ISetSelectionTarget;

/** Types an await in the demo's editor, saves it, prints what is shown each time, and takes a picture in the end. */
public final class Window implements IStartup {
    private static final String SHOP = "demo/Shop.java";
    private static final String AWAIT = "await(offer(name))";

    @Override
    public void earlyStartup() {
        try {
            String plugin = Platform.getBundle("org.asyncjava.eclipse").getLocation();
            System.out.println("@ plug-in: " + plugin.substring(plugin.indexOf("dropins/")));
            JavaProject demo = demo();
            Display.getDefault().syncExec(() -> {
                try {
                    show(demo);
                } catch (Exception failure) {
                    failure.printStackTrace();
                }
            });
        } catch (Exception failure) {
            failure.printStackTrace();
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** The demo as it is before the await. */
    private static JavaProject demo() throws Exception {
        JavaProject project = JavaProject.async("demo").processed();
        Path sources = Path.of(System.getProperty("probe.demo"));
        for (String name : List.of(SHOP, "demo/Supplier.java")) {
            project.save(name, Files.readString(sources.resolve(name)).replace(AWAIT, "1"));
        }
        InstanceScope.INSTANCE.getNode("org.eclipse.ui.editors").putBoolean("lineNumberRuler", true);
        InstanceScope.INSTANCE.getNode("org.eclipse.jdt.ui").putBoolean("editor_folding_enabled", false);
        project.build(IncrementalProjectBuilder.FULL_BUILD);
        return project;
    }

    private static void show(JavaProject demo) throws CoreException, BadLocationException {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        Screen screen = new Screen(window.getShell());
        screen.fill();
        IWorkbenchPage page = window.getActivePage();
        page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId("org.eclipse.jdt.ui.JavaPerspective"));
        page.hideView(page.findViewReference(IPageLayout.ID_OUTLINE));
        Problems problems = Problems.in(page);
        ((ISetSelectionTarget) page.showView("org.eclipse.jdt.ui.PackageExplorer")).selectReveal(new StructuredSelection(demo.unit(SHOP)));
        OpenEditor editor = OpenEditor.of(page, (IFile) demo.unit(SHOP).getResource());
        System.out.println("@ opened: " + editor.problems());
        editor.replace("pieces * 1", "pieces * " + AWAIT);
        screen.until(() -> !editor.problems().isEmpty());
        System.out.println("@ typed: " + editor.problems());
        System.out.println("@ not saved: " + demo.problems());
        mend(editor, screen);
        editor.save();
        screen.until(() -> problems.shown().stream().anyMatch(row -> row.startsWith("AJ001 ")));
        System.out.println("@ saved: " + demo.problems());
        problems.shown().forEach(row -> System.out.println("@ problems: " + row));
        for (IMarker marker : demo.markers()) {
            System.out.println("@ row with fixes: " + IDE.getMarkerHelpRegistry().hasResolutions(marker));
        }
        problems.widen();
        page.activate(problems.view());
        screen.picture("eclipse");
        page.activate(editor.editor());
        editor.goTo(AWAIT);
        QuickFixes fixes = QuickFixes.in(editor.editor(), screen).widen();
        System.out.println("@ fix of what is saved: " + fixes.titles().get(0));
        screen.picture("eclipse-fix");
    }

    /** Chooses the first quick fix, and types again what was there before. */
    private static void mend(OpenEditor editor, Screen screen) {
        String broken = editor.text();
        editor.goTo(AWAIT);
        QuickFixes fixes = QuickFixes.in(editor.editor(), screen);
        fixes.titles().forEach(title -> System.out.println("@ fix: " + title));
        fixes.choose(0);
        screen.until(() -> editor.problems().isEmpty());
        editor.text().lines().filter(line -> !broken.contains(line)).forEach(line -> System.out.println("@ mended: " + line.strip()));
        editor.set(broken);
        screen.until(() -> !editor.problems().isEmpty());
    }
}
