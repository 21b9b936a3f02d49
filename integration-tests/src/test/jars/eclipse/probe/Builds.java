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
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Path;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.IProblemRequestor;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.WorkingCopyOwner;
import org.eclipse.jdt.core.compiler.IProblem;

/** Saves files one after the other in a project with the compiler plugin, builds after each, and prints the markers that are there then. */
public final class Builds implements IApplication {
    private static final String X = """
            package q;
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            public class X extends Base {
                String first(CompletableFuture<String> s) {
                    return await(s);
                }
                @Async CompletableFuture<String> second(CompletableFuture<String> s) {
                    new X().second(s).join();
                    return CompletableFuture.completedFuture(await(s));
                }
            }
            """;

    private IProject project;
    private IFolder folder;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        try {
            makeProject();
            save("Base", "package q; public class Base { public X more; }\n");
            save("X", X);
            build(IncrementalProjectBuilder.FULL_BUILD, "all");
            save("X", X.replace("return await(s);\n    }\n    @", "return \"\";\n    }\n    @"));
            build(IncrementalProjectBuilder.INCREMENTAL_BUILD, "mended");
            save("X", X);
            build(IncrementalProjectBuilder.INCREMENTAL_BUILD, "broken again");
            save("Y", "package q;\npublic class Y extends X {\n    Object third(java.util.concurrent.CompletableFuture<?> s) {\n"
                    + "        return org.asyncjava.Await.await(s);\n    }\n}\n");
            build(IncrementalProjectBuilder.INCREMENTAL_BUILD, "new class");
            save("Base", "package q; public class Base { public X more; public int other; }\n");
            build(IncrementalProjectBuilder.INCREMENTAL_BUILD, "superclass");
            save("X", "package q; public class X extends Base { }\n");
            build(IncrementalProjectBuilder.INCREMENTAL_BUILD, "without async");
            type();
        } catch (Throwable failure) {
            failure.printStackTrace();
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
        return EXIT_OK;
    }

    private void makeProject() throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("p");
        project.create(null);
        project.open(null);
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[] {JavaCore.NATURE_ID});
        project.setDescription(description, null);
        IJavaProject java = JavaCore.create(project);
        IFolder sources = project.getFolder("src");
        sources.create(true, true, null);
        folder = sources.getFolder("q");
        folder.create(true, true, null);
        List<IClasspathEntry> path = new ArrayList<>(List.of(JavaCore.newSourceEntry(sources.getFullPath()),
                JavaCore.newLibraryEntry(new Path(System.getProperty("java.home") + "/lib/jrt-fs.jar"), null, null)));
        for (String entry : System.getProperty("probe.classpath").split(File.pathSeparator)) {
            path.add(JavaCore.newLibraryEntry(new Path(entry), null, null));
        }
        java.setRawClasspath(path.toArray(new IClasspathEntry[0]), project.getFullPath().append("bin"), null);
        java.setOption(JavaCore.COMPILER_SOURCE, "17");
        java.setOption(JavaCore.COMPILER_COMPLIANCE, "17");
        java.setOption(JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM, "17");
        java.setOption("org.eclipse.jdt.core.compiler.processAnnotations", "enabled");
        IFactoryPath processors = AptConfig.getDefaultFactoryPath(java);
        processors.addExternalJar(new File(System.getProperty("probe.processor")));
        AptConfig.setFactoryPath(java, processors);
        AptConfig.setEnabled(java, true);
        AptConfig.setProcessDuringReconcile(java, true);
    }

    private void save(String name, String text) throws CoreException {
        IFile file = folder.getFile(name + ".java");
        ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(content, true, true, null);
        } else {
            file.create(content, true, null);
        }
    }

    private void build(int kind, String what) throws CoreException {
        project.build(kind, null);
        List<String> lines = new ArrayList<>();
        for (IMarker marker : project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE)) {
            lines.add(marker.getResource().getName() + ":" + marker.getAttribute(IMarker.LINE_NUMBER, -1) + " " + text(marker.getAttribute(IMarker.MESSAGE, "")));
        }
        lines.sort(null);
        System.out.println("@ " + what + ": " + lines);
    }

    /** The code of a rule is enough, of anything else all that is said. */
    private static String text(String message) {
        return message.matches("AJ\\d{3} .*") ? message.substring(0, 5) : message;
    }

    /** What an editor shows before the file is saved. */
    private void type() throws CoreException {
        List<String> problems = new ArrayList<>();
        IProblemRequestor requestor = new IProblemRequestor() {
            @Override
            public void acceptProblem(IProblem problem) {
                problems.add(text(problem.getMessage()));
            }

            @Override
            public void beginReporting() {
            }

            @Override
            public void endReporting() {
            }

            @Override
            public boolean isActive() {
                return true;
            }
        };
        WorkingCopyOwner owner = new WorkingCopyOwner() {
            @Override
            public IProblemRequestor getProblemRequestor(ICompilationUnit unit) {
                return requestor;
            }
        };
        ICompilationUnit copy = ((ICompilationUnit) JavaCore.create(folder.getFile("X.java"))).getWorkingCopy(owner, null);
        copy.getBuffer().setContents(X);
        copy.reconcile(ICompilationUnit.NO_AST, ICompilationUnit.FORCE_PROBLEM_DETECTION, owner, null);
        System.out.println("@ typing: " + problems);
    }

    @Override
    public void stop() {
    }
}
