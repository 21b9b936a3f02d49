package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("warnings of annotations that no processor claimed")
class AnnotationClaimTest {
    @TempDir
    Path directory;
    private Workspace workspace;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(directory);
        workspace.write("mine/Mine.java", "package mine; public @interface Mine { }");
        assertThat(Jdk.installed().get(0).javac(directory, "-proc:none", "-d", "marks", "mine/Mine.java").code()).isZero();
        workspace.write("Shop.java", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                public class Shop {
                    Shop() { }
                    @org.asyncjava.Async CompletableFuture<Integer> total(CompletableFuture<Integer> price) {
                        return CompletableFuture.completedFuture(await(price));
                    }
                }
                """);
        workspace.write("Marked.java", "@mine.Mine final class Marked { }");
    }

    private Jdk.Run compile(Jdk jdk, String processorPath, String... sources) {
        List<String> options = List.of("-Xlint:all", "-Werror", "-processorpath", processorPath,
                "-cp", Workspace.CLASS_PATH + File.pathSeparator + "marks", "-d", "classes");
        return jdk.javac(directory, Stream.concat(options.stream(), Stream.of(sources)).toArray(String[]::new));
    }

    /** A processor in a directory of its own, which says what it was given. */
    private void otherProcessor(Jdk jdk, String wanted) throws IOException {
        workspace.write("other/Other.java", """
                import java.util.Set;
                import java.util.TreeSet;
                import javax.annotation.processing.*;
                import javax.lang.model.SourceVersion;
                import javax.lang.model.element.TypeElement;
                @SupportedAnnotationTypes("%s")
                public class Other extends AbstractProcessor {
                    @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }
                    @Override public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                        TreeSet<String> names = new TreeSet<>();
                        annotations.forEach(annotation -> names.add(annotation.toString()));
                        processingEnv.getMessager().printMessage(javax.tools.Diagnostic.Kind.NOTE, "given " + names);
                        return !"*".equals("%s") && !annotations.isEmpty();
                    }
                }
                """.formatted(wanted, wanted));
        assertThat(jdk.javac(directory, "-proc:none", "-d", "others", "other/Other.java").code()).isZero();
        Path services = Files.createDirectories(directory.resolve("others/META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), "Other\n");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aloneItClaimsAll(Jdk jdk) {
        assertThat(compile(jdk, Workspace.PROCESSOR_PATH, "Shop.java", "Marked.java")).isEqualTo(new Jdk.Run(0, ""));
        assertThat(workspace.classFiles("classes")).containsKey("Shop$total$Async1.class");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void besideAnotherItClaimsOursAlone(Jdk jdk) throws IOException {
        otherProcessor(jdk, "mine.Mine");
        Jdk.Run compiled = compile(jdk, Workspace.PROCESSOR_PATH + File.pathSeparator + "others", "Shop.java", "Marked.java");
        assertThat(compiled.code()).as(compiled.output()).isZero();
        assertThat(compiled.output()).contains("given [mine.Mine]");
        assertThat(workspace.classFiles("classes")).containsKey("Shop$total$Async1.class");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void annotationsOfOthersThatOthersLeaveAreTheirsToClaim(Jdk jdk) throws IOException {
        otherProcessor(jdk, "somebody.Else");
        assertThat(compile(jdk, Workspace.PROCESSOR_PATH + File.pathSeparator + "others", "Shop.java", "Marked.java").output())
                .contains("No processor claimed any of these annotations: /mine.Mine").doesNotContain("org.asyncjava");
    }

    @ParameterizedTest
    @CsvSource({"after, given [org.asyncjava.Async]", "before, given [org.asyncjava.Async]"})
    void oneThatWantsAllGetsAllWhereverItStands(String place, String given) throws IOException {
        Jdk jdk = Jdk.installed().get(0);
        otherProcessor(jdk, "*");
        String path = place.equals("after") ? Workspace.PROCESSOR_PATH + File.pathSeparator + "others"
                : "others" + File.pathSeparator + Workspace.PROCESSOR_PATH;
        Jdk.Run compiled = compile(jdk, path, "Shop.java");
        assertThat(compiled.output()).contains(given);
        assertThat(compiled.code()).as("ours is last, and can claim").isEqualTo(place.equals("before") ? 0 : 1);
    }
}
