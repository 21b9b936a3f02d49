package probe;

import static org.eclipse.core.resources.IncrementalProjectBuilder.CLEAN_BUILD;
import static org.eclipse.core.resources.IncrementalProjectBuilder.FULL_BUILD;
import static org.eclipse.core.resources.IncrementalProjectBuilder.INCREMENTAL_BUILD;

import org.eclipse.core.runtime.CoreException;

/** Saves files one after the other in a project with the compiler plugin, builds after each, and prints the markers that are there then. */
final class Builds {
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

    private final JavaProject project;

    Builds() throws CoreException {
        project = JavaProject.async("p").processed();
    }

    void run() throws CoreException {
        project.save("q/Base.java", "package q; public class Base { public X more; }\n");
        project.save("q/X.java", X);
        build(FULL_BUILD, "all");
        System.out.println("@ marked: " + project.marked("q/X.java"));
        project.save("q/X.java", X.replace("return await(s);\n    }\n    @", "return \"\";\n    }\n    @"));
        build(INCREMENTAL_BUILD, "mended");
        project.save("q/X.java", X);
        build(INCREMENTAL_BUILD, "broken again");
        project.save("q/Y.java", "package q;\npublic class Y extends X {\n    Object third(java.util.concurrent.CompletableFuture<?> s) {\n"
                + "        return org.asyncjava.Await.await(s);\n    }\n}\n");
        build(INCREMENTAL_BUILD, "new class");
        project.save("q/Base.java", "package q; public class Base { public X more; public int other; }\n");
        build(INCREMENTAL_BUILD, "superclass");
        build(FULL_BUILD, "all again");
        build(CLEAN_BUILD, "clean");
        build(INCREMENTAL_BUILD, "after clean");
        project.save("q/X.java", "package q; public class X extends Base { }\n");
        build(INCREMENTAL_BUILD, "without async");
        project.delete("q/Y.java");
        build(INCREMENTAL_BUILD, "deleted");
        System.out.println("@ typing: " + new Editor(project.unit("q/X.java")).type(X));
    }

    private void build(int kind, String what) throws CoreException {
        project.build(kind);
        System.out.println("@ " + what + ": " + project.problems());
    }
}
