package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the program that are named as machines would be. */
class TakenNamesTest {
    private static final String LOAD = "@Async static CompletableFuture<String> load(CompletableFuture<String> source) {"
            + " return CompletableFuture.completedFuture(await(source)); }";
    private static final String REFUSED = "cannot be transformed: the state machine of one of its async methods would be named ";

    @TempDir
    Path directory;
    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(directory);
    }

    @Test
    void aClassOfTheUserStaysAndTheOtherOneIsRefused() {
        project.compile("Shop", "class Shop { " + LOAD + " static class load { static class Async1 { } } } class Other { " + LOAD + " }");
        byte[] users = project.bytes().get("Shop$load$Async1.class");
        byte[] owner = project.bytes().get("Shop.class");
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString()
                .contains("Shop.class: " + REFUSED + "Shop$load$Async1, and that is the name of a class of the program");
        assertThat(project.bytes()).containsEntry("Shop$load$Async1.class", users).containsEntry("Shop.class", owner)
                .containsKey("Other$load$Async1.class");
        assertThat(report.summary()).startsWith("async: 1 method in 1 class transformed in ").endsWith(", 1 error");
    }

    @Test
    void alsoIfThatClassHasAsyncMethodsItself() {
        project.compile("Shop$load$Async1", "class Shop$load$Async1 { " + LOAD + " }");
        project.transform();
        project.compile("Shop", "class Shop { " + LOAD + " }");
        byte[] users = project.bytes().get("Shop$load$Async1.class");
        assertThat(project.transform().errors()).singleElement().asString().contains(REFUSED + "Shop$load$Async1");
        assertThat(project.bytes()).containsEntry("Shop$load$Async1.class", users);
    }

    @Test
    void alsoIfThatClassIsInAnotherDirectoryOfTheClassPath() {
        Path other = directory.resolve("other");
        Compilation.of(other, "Shop$load$Async1", "class Shop$load$Async1 { }");
        project.compile("Shop", "class Shop { " + LOAD + " }");
        Report report = new TransformerRun(List.of(project.classes), List.of(Compilation.ANNOTATIONS, project.runtime, other),
                TransformerOptions.defaults()).transform();
        assertThat(report.errors()).singleElement().asString().contains(REFUSED + "Shop$load$Async1");
        assertThat(project.files()).containsExactly("Shop.class");
    }

    @Test
    void machinesOfTwoClassesWithOneNameAreNotMixedUp() {
        String deep = LOAD.replace("load", "x$y");
        project.compile("Shop", "class Shop { " + deep + " static class x { " + LOAD.replace("load", "y") + " } }");
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString()
                .contains(REFUSED + "Shop$x$y$Async1, and that is the name of one of the class in ");
        assertThat(report.methods()).isOne();
        assertThat(project.transform().errors()).as("in the next run too").singleElement().asString().contains(REFUSED + "Shop$x$y$Async1");
    }

    @Test
    void aMachineOfAnEarlierRunIsReplaced() {
        project.compile("Shop", "class Shop { " + LOAD + " }");
        project.transform();
        project.compile("Shop", "class Shop { int more; " + LOAD + " }");
        assertThat(project.transform().errors()).isEmpty();
    }

    @Test
    void inAJarNothingIsWritten() throws IOException {
        project.compile("Shop", "class Shop { " + LOAD + " static class load { static class Async1 { } } }");
        Path jar = directory.resolve("app.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Shop.class", "META-INF/versions/17/Shop$load$Async1.class")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(project.bytes().get(Path.of(name).getFileName().toString()));
            }
        }
        byte[] before = Files.readAllBytes(jar);
        Report report = new JarRun(jar, jar, List.of(Compilation.ANNOTATIONS, project.runtime), TransformerOptions.defaults())
                .transform(Workers.caller());
        assertThat(report.errors()).singleElement().asString().contains("app.jar!/Shop.class: " + REFUSED + "Shop$load$Async1");
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }
}
