package probe;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Path;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;

/** A project of the workspace, with one folder of sources. */
final class JavaProject {
    private final IProject project;
    private final IJavaProject java;
    private final IFolder sources;

    private JavaProject(String name) throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[] {JavaCore.NATURE_ID});
        project.setDescription(description, null);
        java = JavaCore.create(project);
        sources = project.getFolder("src");
        sources.create(true, true, null);
    }

    /** One that knows nothing but the JDK. */
    static JavaProject plain(String name) throws CoreException {
        return new JavaProject(name).uses(List.of());
    }

    /** One with async-java on its class path, and what else is given there. */
    static JavaProject async(String name, IClasspathEntry... others) throws CoreException {
        List<IClasspathEntry> path = new ArrayList<>(List.of(others));
        for (String entry : System.getProperty("probe.classpath").split(File.pathSeparator)) {
            path.add(JavaCore.newLibraryEntry(new Path(entry), null, null));
        }
        return new JavaProject(name).uses(path);
    }

    private JavaProject uses(List<IClasspathEntry> libraries) throws CoreException {
        List<IClasspathEntry> path = new ArrayList<>(List.of(JavaCore.newSourceEntry(sources.getFullPath()),
                JavaCore.newLibraryEntry(new Path(System.getProperty("java.home") + "/lib/jrt-fs.jar"), null, null)));
        path.addAll(libraries);
        java.setRawClasspath(path.toArray(new IClasspathEntry[0]), project.getFullPath().append("bin"), null);
        java.setOption(JavaCore.COMPILER_SOURCE, "17");
        java.setOption(JavaCore.COMPILER_COMPLIANCE, "17");
        java.setOption(JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM, "17");
        return this;
    }

    /** The compiler plugin is on its factory path. */
    JavaProject processed() throws CoreException {
        java.setOption("org.eclipse.jdt.core.compiler.processAnnotations", "enabled");
        IFactoryPath processors = AptConfig.getDefaultFactoryPath(java);
        processors.addExternalJar(new File(System.getProperty("probe.processor")));
        AptConfig.setFactoryPath(java, processors);
        AptConfig.setEnabled(java, true);
        AptConfig.setProcessDuringReconcile(java, true);
        return this;
    }

    /** For the class path of one that requires it. */
    IClasspathEntry required() {
        return JavaCore.newProjectEntry(project.getFullPath());
    }

    /** Writes a file as an editor does that saves it. */
    void save(String name, String text) throws CoreException {
        write(sources.getFile(name), text);
    }

    /** Writes the project's settings. */
    void set(String settings) throws CoreException {
        write(project.getFile("async-java.properties"), settings);
    }

    private static void write(IFile file, String text) throws CoreException {
        ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(content, true, true, null);
            return;
        }
        if (file.getParent() instanceof IFolder folder && !folder.exists()) {
            folder.create(true, true, null);
        }
        file.create(content, true, null);
    }

    void delete(String name) throws CoreException {
        sources.getFile(name).delete(true, null);
    }

    ICompilationUnit unit(String name) {
        return (ICompilationUnit) JavaCore.create(sources.getFile(name));
    }

    void build(int kind) throws CoreException {
        project.build(kind, null);
    }

    /** Each problem once for each marker, in order. */
    List<String> problems() throws CoreException {
        List<String> lines = new ArrayList<>();
        for (IMarker marker : markers()) {
            lines.add(marker.getResource().getName() + ":" + marker.getAttribute(IMarker.LINE_NUMBER, -1) + " " + text(marker.getAttribute(IMarker.MESSAGE, "")));
        }
        lines.sort(null);
        return lines;
    }

    /** All markers of problems. */
    IMarker[] markers() throws CoreException {
        return project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE);
    }

    /** What is marked in a file, with the file's text where each marker is. */
    List<String> marked(String name) throws CoreException {
        String text = unit(name).getSource();
        List<String> marked = new ArrayList<>();
        for (IMarker marker : sources.getFile(name).findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
            marked.add(text(marker.getAttribute(IMarker.MESSAGE, "")) + " "
                    + text.substring(marker.getAttribute(IMarker.CHAR_START, 0), marker.getAttribute(IMarker.CHAR_END, 0)));
        }
        marked.sort(null);
        return marked;
    }

    /** The code of a rule is enough, of anything else all that is said. */
    static String text(String message) {
        return message.matches("AJ\\d{3} .*") ? message.substring(0, 5) : message;
    }
}
