package probe;

import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Does in a workspace what the property {@code probe.part} says, and prints what there is to see. */
public final class Probe implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        try {
            IWorkspaceDescription workspace = ResourcesPlugin.getWorkspace().getDescription();
            workspace.setAutoBuilding(false);
            ResourcesPlugin.getWorkspace().setDescription(workspace);
            switch (System.getProperty("probe.part")) {
                case "builds" -> new Builds().run();
                case "corpus" -> new Corpus().run();
                default -> new Typing().run();
            }
        } catch (Throwable failure) {
            failure.printStackTrace();
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
        return EXIT_OK;
    }

    @Override
    public void stop() {
    }
}
