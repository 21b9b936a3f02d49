package org.asyncjava.eclipse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.IJavaElement;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.IPackageFragment;
import org.eclipse.jdt.core.IPackageFragmentRoot;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.JavaModelException;
import org.eclipse.jdt.core.WorkingCopyOwner;

/** The sources of projects, as Eclipse's model has them. */
final class ProjectTexts {
    private ProjectTexts() {
    }

    /** All files of sources. */
    static Set<Path> files(List<IJavaProject> projects) throws JavaModelException {
        Set<Path> files = new HashSet<>();
        for (IJavaProject project : projects) {
            for (IPackageFragmentRoot root : project.getPackageFragmentRoots()) {
                if (root.getKind() == IPackageFragmentRoot.K_SOURCE) {
                    addFiles(root, files);
                }
            }
        }
        return files;
    }

    private static void addFiles(IPackageFragmentRoot root, Set<Path> files) throws JavaModelException {
        for (IJavaElement child : root.getChildren()) {
            for (ICompilationUnit unit : ((IPackageFragment) child).getCompilationUnits()) {
                file(unit).ifPresent(files::add);
            }
        }
    }

    /** The texts that are open, saved or not; the owner's own where he has another than everybody. */
    static Map<Path, String> open(List<IJavaProject> projects, WorkingCopyOwner owner) throws JavaModelException {
        Map<Path, String> texts = new HashMap<>();
        for (ICompilationUnit everybodys : JavaCore.getWorkingCopies(null)) {
            addText(everybodys, projects, texts);
        }
        if (owner != null) {
            for (ICompilationUnit own : JavaCore.getWorkingCopies(owner)) {
                addText(own, projects, texts);
            }
        }
        return texts;
    }

    private static void addText(ICompilationUnit copy, List<IJavaProject> projects, Map<Path, String> texts) throws JavaModelException {
        Optional<Path> file = file(copy);
        if (file.isPresent() && projects.contains(copy.getJavaProject()) && copy.exists()) {
            texts.put(file.get(), copy.getSource());
        }
    }

    /** Where a source is; empty if it is nowhere that a path leads to. */
    static Optional<Path> file(ICompilationUnit unit) {
        IPath location = unit.getResource() == null ? null : unit.getResource().getLocation();
        return Optional.ofNullable(location).map(IPath::toPath);
    }
}
