package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.batch.FileSystem;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.eclipse.jdt.internal.compiler.problem.AbortCompilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eclipse's incremental builds, as far as they differ from its command line: whoever asks for a class that is being compiled, when its source has been
 * forgotten, ends the build. The profile {@code eclipse} of the integration tests has the real ones.
 */
class EclipseIncrementalTest {
    @TempDir
    Path directory;
    private Workspace workspace;

    /** What may not be asked for. */
    private static final class Saved extends FileSystem {
        private final Set<String> compiled;

        Saved(Classpath[] classPath, Set<String> compiled) {
            super(classPath, new String[0], false);
            this.compiled = compiled;
        }

        private void refuse(String name) {
            if (compiled.contains(name)) {
                throw new AbortCompilation(true, new IllegalStateException(name));
            }
        }

        @Override
        public NameEnvironmentAnswer findType(char[][] name, char[] module) {
            refuse(CharOperation.toString(name));
            return super.findType(name, module);
        }

        @Override
        public NameEnvironmentAnswer findType(char[] name, char[][] packageName, char[] module) {
            refuse(CharOperation.toString(CharOperation.arrayConcat(packageName, name)));
            return super.findType(name, packageName, module);
        }
    }

    private static final class Build extends Main {
        private final Set<String> compiled;

        Build(PrintWriter out, Set<String> compiled) {
            super(out, out, false);
            this.compiled = compiled;
        }

        @Override
        public FileSystem getLibraryAccess() {
            return new Saved(checkedClasspaths, compiled);
        }
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(directory);
    }

    private List<String> build(String... names) {
        StringWriter output = new StringWriter();
        String[] arguments = new String[names.length + 10];
        String[] options = {"--release", "17", "-encoding", Charset.defaultCharset().name(), "-cp",
            Workspace.CLASS_PATH + File.pathSeparator + directory.resolve("classes"), "-processorpath",
            Workspace.PROCESSOR_PATH, "-d", directory.resolve("classes").toString()};
        System.arraycopy(options, 0, arguments, 0, options.length);
        for (int i = 0; i < names.length; i++) {
            arguments[options.length + i] = directory.resolve(names[i].replace('.', '/') + ".java").toString();
        }
        new Build(new PrintWriter(output), new HashSet<>(List.of(names))).compile(arguments);
        return output.toString().lines().filter(line -> line.startsWith("AJ") || line.contains("async:")).map(line -> line.substring(0, 5)).toList();
    }

    @Test
    void aClassThatRefersToItselfAndToOthersThatAreSavedWithItIsChecked() {
        workspace.write("q/X.java", """
                package q;
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                public class X extends Y {
                    static class Nested extends X { X outer; }
                    String bad(CompletableFuture<String> s) { return await(s); }
                    @Async CompletableFuture<String> ok(CompletableFuture<String> s) {
                        new X().ok(s).join();
                        new Nested().ok(s);
                        X.Nested.helper(s);
                        return CompletableFuture.completedFuture(await(s));
                    }
                }
                """);
        workspace.write("q/Y.java", """
                package q;
                public class Y {
                    X another;
                    @org.asyncjava.Async static java.util.concurrent.CompletableFuture<String> helper(java.util.concurrent.CompletableFuture<String> s) {
                        return java.util.concurrent.CompletableFuture.completedFuture(org.asyncjava.Await.await(s));
                    }
                }
                """);
        assertThat(build("q.X", "q.Y")).containsExactlyInAnyOrder("AJ001", "AJ103", "AJ102", "AJ102");
    }

    @Test
    void aClassThatWasCompiledBeforeAndRefersToOneThatIsSavedIsNoObstacle() {
        workspace.write("q/Shop.java", "package q; public class Shop { public Special special; }");
        workspace.write("q/Special.java", "package q; public class Special extends Shop { public Runnable more() { return null; } }");
        assertThat(build("q.Shop", "q.Special")).isEmpty();
        workspace.write("q/Shop.java", """
                package q;
                public class Shop {
                    public Special special;
                    Object bad(java.util.concurrent.CompletableFuture<String> s) {
                        special.more().run();
                        new Special().special.more();
                        return org.asyncjava.Await.await(s);
                    }
                }
                """);
        assertThat(build("q.Shop")).containsExactly("AJ001");
    }
}
