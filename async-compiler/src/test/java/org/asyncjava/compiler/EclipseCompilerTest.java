package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    static List<Jdk> oldest() {
        return Jdk.installed().subList(0, 1);
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
    void aMisplacedAwaitIsAnErrorAtItsOwnPlace(Jdk jdk) {
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
        assertThat(compiled.output().replace(directory.toString(), "").lines()).containsExactly(
                "----------",
                "1. ERROR in /shop/Shop.java (at line 8)",
                "\tawait(price);",
                "\t^^^^^",
                "AJ001 await in shop.Shop.total, which is not async: mark the method @Async (for a lambda: use a functional interface whose"
                        + " method is @Async) and return a Coroutine, CompletableFuture or CompletionStage"
                        + "; where a program begins, mark it @AsyncEntry or call Coroutines.run",
                "----------",
                "1 problem (1 error)");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void placesInRecordsInitialisersAndNestedClasses(Jdk jdk) {
        workspace.write("Odd.java", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                record Odd(int size) {
                    static int first = await(CompletableFuture.completedFuture(1));
                    static class Inner {
                        Runnable plain = new Runnable() {
                            public void run() {
                                Runnable lambda = () -> await(new CompletableFuture<>());
                            }
                        };
                    }
                }
                @interface Note { int SIZE = await(CompletableFuture.completedFuture(1)); }
                enum Kind { ONE { void go() { await(new CompletableFuture<>()); } } }
                """);
        assertThat(places(compile(jdk, "Odd.java"))).containsExactlyInAnyOrder("4 AJ004", "8 AJ001", "13 AJ004", "14 AJ001");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void callsOfMethodsThatTakeAnyNumberOfArgumentsAreUnderstood(Jdk jdk) {
        workspace.write("Shop.java", """
                import static org.asyncjava.Await.await;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.Coroutine;
                import org.asyncjava.runtime.Coroutines;
                class Shop {
                    @Async Coroutine<String> twice(Coroutine<String> price) {
                        Coroutine<String> once = price();
                        Coroutine<String> other = price();
                        await(Coroutines.gather(once, other));
                        await(Coroutines.gather(price(), other));
                        return Coroutine.of(await(price));
                    }
                    @Async Coroutine<String> price() {
                        return Coroutine.of("");
                    }
                }
                """);
        assertThat(compile(jdk, "Shop.java").output()).contains("Shop.java (at line 10)", "AJ109 the coroutine of Shop.price in Shop.twice is used a second time: ");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void theTextIsReadInTheEncodingOfTheCompilation(Jdk jdk) throws IOException {
        String source = """
                /* M\u00fcller \u20ac */ class Shop {
                    int gr\u00f6\u00dfe(java.util.concurrent.CompletableFuture<Integer> preis) {
                        String name = "\u00e4\u00f6\u00fc"; return name.length() + org.asyncjava.Await.await(preis);
                    }
                }
                """;
        for (String encoding : List.of("ISO-8859-15", "UTF-16", "UTF-8")) {
            Files.writeString(directory.resolve("Shop.java"), source, Charset.forName(encoding));
            Jdk.Run compiled = compile(jdk, "-encoding", encoding, "Shop.java");
            assertThat(places(compiled)).as(encoding).containsExactly("3 AJ001");
            assertThat(compiled.output()).as(encoding).contains("^^^^^" + System.lineSeparator() + "AJ001 await in Shop.gr");
        }
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void byteOrderMarksOldLineEndsAndUnicodeEscapes(Jdk jdk) throws IOException {
        String source = "class Shop {\n    int total(java.util.concurrent.CompletableFuture<Integer> price) {\n"
                + "        return 1 + org.asyncjava.Await.\\u0061wait(price);\n    }\n}\n";
        for (String text : List.of("\uFEFF" + source, source.replace("\n", "\r\n"), source.replace("\n", "\r"))) {
            Files.writeString(directory.resolve("Shop.java"), text);
            assertThat(places(compile(jdk, "-encoding", "UTF-8", "Shop.java"))).containsExactly("3 AJ001");
        }
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void codeThatIsNotFinishedOrHuge(Jdk jdk) {
        workspace.write("Shop.java", """
                class Shop {
                    int total(java.util.concurrent.CompletableFuture<Integer> price) {
                        return org.asyncjava.Await.await(price);
                        int next = ;
                        this.
                    }
                }
                """);
        assertThat(places(compile(jdk, "Shop.java"))).contains("3 AJ001");
        workspace.write("Shop.java", "class Shop {\n" + "\n".repeat(50_000) + "    Object deep() { return " + "(".repeat(300)
                + "org.asyncjava.Await.await(new java.util.concurrent.CompletableFuture<>())" + ")".repeat(300) + "; }\n}\n");
        assertThat(places(compile(jdk, "Shop.java"))).contains("50002 AJ001");
    }

    /** Line and code of each error. */
    private static List<String> places(Jdk.Run compiled) {
        return Pattern.compile("ERROR in \\S+ \\(at line (\\d+)\\)\\R.*\\R.*\\R(AJ\\d{3})").matcher(compiled.output()).results()
                .map(found -> found.group(1) + " " + found.group(2)).toList();
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
