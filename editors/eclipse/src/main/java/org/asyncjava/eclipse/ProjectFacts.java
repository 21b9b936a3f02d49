package org.asyncjava.eclipse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asyncjava.lsp.project.Settings;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;

/**
 * What Eclipse knows of a project and of those that it requires. If one of these is another, the project's sources are to be read anew.
 *
 * @param projects the project itself, then all that it requires
 * @param folders of all of them
 * @param libraries what else they use
 * @param encoding of the sources
 * @param settings what the project's own file says
 */
record ProjectFacts(List<IJavaProject> projects, ProjectFolders folders, List<Dated> libraries, Charset encoding, Settings settings) {
    /**
     * A folder, or a jar as it was at a time.
     *
     * @param path where it is
     * @param changed when it was written; of a folder, from which one class at a time is read, always the same
     */
    record Dated(Path path, FileTime changed) {
        private static final FileTime NEVER = FileTime.fromMillis(0);

        static Dated of(Path path) {
            try {
                return new Dated(path, Files.isRegularFile(path) ? Files.getLastModifiedTime(path) : NEVER);
            } catch (IOException gone) {
                return new Dated(path, NEVER);
            }
        }
    }

    /** Asks Eclipse's model. */
    static ProjectFacts of(IJavaProject project) throws CoreException {
        Set<IJavaProject> projects = new LinkedHashSet<>();
        require(project, projects);
        Set<Path> sources = new LinkedHashSet<>();
        Set<Path> outputs = new LinkedHashSet<>();
        Set<Path> libraries = new LinkedHashSet<>();
        for (IJavaProject one : projects) {
            add(one.getOutputLocation(), outputs);
            for (IClasspathEntry entry : one.getResolvedClasspath(true)) {
                if (entry.getEntryKind() == IClasspathEntry.CPE_SOURCE) {
                    add(entry.getPath(), sources);
                    add(entry.getOutputLocation(), outputs);
                } else if (entry.getEntryKind() == IClasspathEntry.CPE_LIBRARY) {
                    add(entry.getPath(), libraries);
                }
            }
        }
        IPath folder = project.getProject().getLocation();
        return new ProjectFacts(List.copyOf(projects), new ProjectFolders(List.copyOf(sources), List.copyOf(outputs)), libraries.stream().map(Dated::of).toList(),
                Charset.forName(project.getProject().getDefaultCharset()), Settings.of(folder == null ? Path.of("") : folder.toPath()));
    }

    private static void require(IJavaProject project, Set<IJavaProject> known) throws CoreException {
        if (!project.exists() || !known.add(project)) {
            return;
        }
        for (IClasspathEntry entry : project.getResolvedClasspath(true)) {
            if (entry.getEntryKind() == IClasspathEntry.CPE_PROJECT) {
                require(JavaCore.create(ResourcesPlugin.getWorkspace().getRoot().getProject(entry.getPath().segment(0))), known);
            }
        }
    }

    /** A path is one of the workspace, or of the file system if there is nothing at it in the workspace. */
    private static void add(IPath path, Set<Path> known) {
        if (path == null) {
            return;
        }
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        IResource resource = path.segmentCount() == 1 ? root.getProject(path.segment(0)) : root.findMember(path);
        boolean isInWorkspace = resource instanceof IContainer || resource != null && resource.exists();
        IPath location = isInWorkspace ? resource.getLocation() : path;
        if (location != null) {
            known.add(location.toPath());
        }
    }

    /** Jars, and folders of classes that no build of these projects writes. */
    List<Path> libraryPaths() {
        return libraries.stream().map(Dated::path).toList();
    }
}
