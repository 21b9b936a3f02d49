package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;

/** Learns which sources have changed on disk, and which projects nobody works on any more. */
final class ChangedFiles implements IResourceChangeListener {
    /** The events that it wants to hear of. */
    static final int EVENTS = IResourceChangeEvent.POST_CHANGE | IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE;

    private final Consumer<Set<Path>> changed;
    private final Consumer<IProject> gone;

    /**
     * Makes a listener, which is not told of anything as yet.
     *
     * @param changed told of sources that are new, gone or changed
     * @param gone told of projects that are closed or deleted
     */
    ChangedFiles(Consumer<Set<Path>> changed, Consumer<IProject> gone) {
        this.changed = changed;
        this.gone = gone;
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (event.getType() != IResourceChangeEvent.POST_CHANGE) {
            gone.accept((IProject) event.getResource());
            return;
        }
        Set<Path> files = new HashSet<>();
        try {
            event.getDelta().accept(delta -> isToBeFollowed(delta, files));
        } catch (CoreException unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
        if (!files.isEmpty()) {
            changed.accept(files);
        }
    }

    private static boolean isToBeFollowed(IResourceDelta delta, Set<Path> files) {
        IResource resource = delta.getResource();
        boolean isOther = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.ENCODING)) != 0;
        if (resource instanceof IFile && isOther && "java".equals(resource.getFileExtension()) && resource.getLocation() != null) {
            files.add(resource.getLocation().toPath());
        }
        return true;
    }
}
