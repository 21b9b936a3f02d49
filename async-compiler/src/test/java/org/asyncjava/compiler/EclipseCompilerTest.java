package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same plugin in Eclipse's compiler, as its command line runs on each JDK that is installed. */
class EclipseCompilerTest {
    @TempDir
    Path directory;
    private Workspace workspace;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(directory);
    }

    /** Eclipse's compiler forgets a processor path that comes before the class path. */
    private Jdk.Run compile(Jdk jdk, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-jar", Javac.location(Main.class).toString(),
                "--release", "17", "-cp", Workspace.CLASS_PATH, "-processorpath", Workspace.PROCESSOR_PATH, "-d", "classes"));
        arguments.addAll(List.of(more));
        return jdk.java(directory, arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aMisplacedAwaitIsAnErrorAtTheMethodWithItsOwnPositionInTheText(Jdk jdk) {
        workspace.write("shop/Shop.java", """
                package shop;
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.runtime.AsyncSupplier;
                class Shop {
                    int total(CompletableFuture<Integer> price) {
                        return 1 +
                            await(price);
                    }
                    AsyncSupplier<Integer> lambda(CompletableFuture<Integer> price) {
                        return () -> org.asyncjava.runtime.Coroutine.of(await(price));
                    }
                }
                """);
        Jdk.Run compiled = compile(jdk, "shop/Shop.java");
        assertThat(compiled.code()).isNotZero();
        assertThat(compiled.output()).contains("1. ERROR in ").contains("Shop.java (at line 6)")
                .contains("Shop.java:[8,13] AJ001 await in shop.Shop.total, which is not async: mark the method @Async").contains("1 error");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void codeThatIsRightCompiles(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run compiled = compile(jdk, "src/demo/Main.java", "src/demo/Base.java");
        assertThat(compiled.output()).doesNotContain("ERROR").doesNotContain("AJ");
        assertThat(workspace.classFiles("classes")).containsKey("demo/Main.class");
    }
}
