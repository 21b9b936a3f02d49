package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerRunTest {
    private static final String GOOD = """
            class Good {
                @Async CompletableFuture<String> load(CompletableFuture<String> source) {
                    return CompletableFuture.completedFuture(await(source));
                }
            }
            """;

    @TempDir
    Path directory;
    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(directory);
    }

    @Test
    void classesAreTransformedInTheirPlaceAndMachinesPutBesideThem() {
        byte[] before = project.compile("Good", GOOD).classFile("Good");
        Report report = project.transform();
        assertThat(report.errors()).isEmpty();
        assertThat(report.hasErrors()).isFalse();
        assertThat(report.summary()).matches("async: 1 method in 1 class transformed in \\d+ ms");
        assertThat(project.files()).containsExactly("Good$load$Async1.class", "Good.class");
        assertThat(project.bytes().get("Good.class")).isNotEqualTo(before);
    }

    @Test
    void aSecondRunTouchesNothing() throws IOException { // HARD_CASES 84, 85
        project.compile("Good", GOOD + "class Host { static class Member extends Good { @Async CompletionStage<String> own() { return null; } } }");
        project.transform();
        Map<String, FileTime> times = project.age();
        Map<String, byte[]> bytes = project.bytes();
        Report second = project.transform();
        assertThat(second.summary()).isEqualTo("async: nothing to transform");
        assertThat(project.times()).isEqualTo(times);
        assertThat(project.bytes()).usingRecursiveComparison().isEqualTo(bytes);
    }

    @Test
    void twoBuildsGiveTheSameBytes() { // HARD_CASES 84
        project.compile("Good", GOOD);
        project.transform();
        Map<String, byte[]> first = project.bytes();
        project.compile("Good", GOOD);
        project.transform();
        assertThat(project.bytes()).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void onlyTheClassThatWasCompiledAgainIsWritten() throws IOException { // HARD_CASES 85
        project.compile("Good", GOOD);
        project.compile("Other", GOOD.replace("Good", "Other"));
        project.transform();
        Map<String, FileTime> times = project.age();
        project.compile("Other", GOOD.replace("Good", "Other"));
        Report report = project.transform();
        assertThat(report.methods()).isOne();
        assertThat(changed(times)).containsExactly("Other$load$Async1.class", "Other.class");
    }

    /** Quarkus' development mode deletes classes that are older than their source. */
    @Test
    void machinesThatAreAsTheyWereGetTheTimeOfTheirClass() throws IOException {
        project.compile("Good", GOOD);
        project.transform();
        byte[] machine = project.bytes().get("Good$load$Async1.class");
        Map<String, FileTime> past = project.age();
        project.compile("Good", GOOD);
        project.transform();
        assertThat(project.bytes()).containsEntry("Good$load$Async1.class", machine);
        assertThat(project.times().get("Good$load$Async1.class")).isEqualTo(project.times().get("Good.class"))
                .isGreaterThan(past.get("Good.class"));
    }

    @Test
    void theMachinesOfADeletedClassAreDeleted() throws IOException { // HARD_CASES 85
        project.compile("Good", GOOD);
        project.compile("Other", GOOD.replace("Good", "Other"));
        project.transform();
        Files.delete(project.file("Other.class"));
        project.transform();
        assertThat(project.files()).containsExactly("Good$load$Async1.class", "Good.class");
    }

    @Test
    void theMachineOfAMethodThatIsNoLongerAsyncIsDeleted() { // HARD_CASES 85
        project.compile("Good", GOOD);
        project.transform();
        project.compile("Good", "class Good { }");
        project.transform();
        assertThat(project.files()).containsExactly("Good.class");
    }

    @Test
    void theMachinesOfADeletedMemberOfANestAreDeletedAlthoughTheHostListedThem() throws IOException { // HARD_CASES 55, 85
        project.compile("Host", "class Host { static class Member { @Async CompletionStage<String> own(CompletableFuture<String> f) {"
                + " return CompletableFuture.completedFuture(await(f)); } } }");
        project.transform();
        assertThat(project.files()).contains("Host$Member$own$Async1.class");
        Files.delete(project.file("Host$Member.class"));
        project.transform();
        assertThat(project.files()).containsExactly("Host.class");
    }

    @Test
    void aHostThatOnlyListsOtherMachinesKeepsItsOwn() throws IOException { // HARD_CASES 55, 85
        String host = GOOD.replace("class Good {", "class Good { static class Member { @Async CompletionStage<String> own(CompletableFuture<String> f) {"
                + " return CompletableFuture.completedFuture(await(f)); } } ");
        project.compile("Good", host);
        project.transform();
        Files.delete(project.file("Good$Member.class"));
        project.transform();
        assertThat(project.files()).containsExactly("Good$load$Async1.class", "Good.class");
    }

    @Test
    void aClassOfTheUserWhoseNameLooksLikeAMachinesIsNotDeleted() {
        project.compile("Good$load$Async9", "class Good$load$Async9 { }");
        project.transform();
        assertThat(project.files()).containsExactly("Good$load$Async9.class");
    }

    @Test
    void aClassThatBreaksARuleStaysAndTheOthersAreTransformed() { // HARD_CASES 89
        project.compile("Good", GOOD);
        byte[] bad = project.compile("Bad", """
                class Bad {
                    String first(CompletableFuture<String> source) {
                        return await(source);
                    }
                    @Async synchronized CompletableFuture<String> second(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                    @Async CompletableFuture<String> fine(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                """).classFile("Bad");
        Report report = project.transform();
        assertThat(report.hasErrors()).isTrue();
        assertThat(report.errors()).hasSize(2);
        assertThat(report.errors().get(0)).startsWith("Bad.java:[6] AJ001 await in Bad.first, which is not async: mark the method @Async");
        assertThat(report.errors().get(1)).startsWith("Bad.java:[9] AJ003 await while Bad.second holds a monitor: ");
        assertThat(report.methods()).isOne();
        assertThat(project.bytes().get("Bad.class")).isEqualTo(bad);
        assertThat(project.files()).containsExactly("Bad.class", "Good$load$Async1.class", "Good.class");
    }

    @Test
    void damagedFilesAreReportedAllAtOnceAndStayAndTheOthersAreTransformed() throws IOException {
        project.compile("Good", GOOD);
        byte[] cut = java.util.Arrays.copyOf(project.compile("Cut", GOOD.replace("Good", "Cut")).classFile("Cut"), 600);
        Files.write(project.file("Cut.class"), cut);
        Files.writeString(project.file("Text.class"), "text");
        Files.write(project.file("Empty.class"), new byte[0]);
        Report report = project.transform();
        assertThat(report.problems().stream().map(problem -> problem.file().getFileName().toString()))
                .containsExactly("Cut.class", "Empty.class", "Text.class");
        assertThat(report.problems()).allSatisfy(problem -> assertThat(problem.message()).contains("damaged or truncated"));
        assertThat(report.methods()).isOne();
        assertThat(project.bytes()).containsEntry("Cut.class", cut);
    }

    @Test
    void aMissingRuntimeIsToldOnceAndNothingIsWritten() {
        byte[] before = project.compile("Good", GOOD).classFile("Good");
        project.compile("Other", GOOD.replace("Good", "Other"));
        Report report = new TransformerRun(List.of(project.classes), List.of(Compilation.ANNOTATIONS), TransformerOptions.defaults()).transform();
        assertThat(report.errors()).singleElement().asString()
                .endsWith("Good.class: contains async methods, but async-runtime is not on the class path:"
                        + " add the dependency org.asyncjava:async-runtime");
        assertThat(report.methods()).isZero();
        assertThat(project.bytes()).containsEntry("Good.class", before);
    }

    private void assertThatARuntimeOfAnotherAbiIsTold() {
        Compilation.of(project.runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 7; static final int VERSION = 9; }");
        assertThat(project.transform().errors()).singleElement().asString()
                .endsWith("Good.class: is transformed for version 1 of the generated-code ABI, but the async-runtime on the class path"
                        + " runs versions 7 to 9: use the same version of async-runtime and of the transformer");
    }

    @Test
    void aRuntimeThatDoesNotRunTheAbiIsToldAtBuildTime() {
        project.compile("Good", GOOD);
        assertThatARuntimeOfAnotherAbiIsTold();
    }

    @Test
    void aClassThatAnEarlierRunTransformedForAnotherAbiIsToldAtBuildTime() {
        project.compile("Good", GOOD);
        project.transform();
        assertThatARuntimeOfAnotherAbiIsTold();
    }

    @Test
    void aMethodThatGrowsTooLargeIsNamedAndTheOthersAreTransformed() { // HARD_CASES 14
        project.compile("Good", GOOD);
        byte[] before = project.compile("Large", "class Large { @Async CompletableFuture<Integer> sum(CompletableFuture<Integer> source) {"
                + " int sum = 0;" + " sum += await(source);".repeat(3_000) + " return CompletableFuture.completedFuture(sum); } }")
                .classFile("Large");
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString().contains("Large.class: Large.sum is too large");
        assertThat(report.methods()).isOne();
        assertThat(project.bytes()).containsEntry("Large.class", before);
    }

    @Test
    void aLibraryThatOnlyDeclaresAsyncInterfacesNeedsNoRuntime() {
        project.compile("Work", "interface Work { @Async CompletableFuture<String> run(); }");
        Report report = new TransformerRun(List.of(project.classes), List.of(Compilation.ANNOTATIONS), TransformerOptions.defaults()).transform();
        assertThat(report.errors()).isEmpty();
    }

    @Test
    void aModuleThatDoesNotReadTheRuntimeIsTold() throws IOException {
        Path module = directory.resolve("annotations-module");
        Compilation.of(module, "module-info", "module org.asyncjava { }", "--module-path", module.toString());
        project.compile("Good", GOOD);
        Compilation.of(project.classes, "module-info", "module shop { requires org.asyncjava; }", "--module-path", module.toString());
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString()
                .endsWith("module-info.class: the module shop contains async methods, but does not read the runtime:"
                        + " add \"requires org.asyncjava.runtime;\" to its module-info.java");
    }

    @Test
    void transformingAgainKeepsTheMachineOfAMembersLambda() {
        project.compile("Host", "class Host { interface Work { @Async CompletableFuture<String> run(CompletableFuture<String> source); }"
                + " enum Member { ONE(source -> CompletableFuture.completedFuture(await(source))); Member(Work work) { } }"
                + " static class Other { @Async CompletableFuture<String> own(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(await(source)); } } }");
        project.transform();
        Map<String, byte[]> once = project.bytes();
        project.transform();
        assertThat(project.bytes()).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void theRuntimeReadsItself() throws IOException {
        Path module = directory.resolve("annotations-module");
        Compilation.of(module, "module-info", "module org.asyncjava { }", "--module-path", module.toString());
        project.compile("Good", GOOD);
        Compilation.of(project.classes, "module-info", "module org.asyncjava.runtime { requires org.asyncjava; }", "--module-path", module.toString());
        assertThat(project.transform().errors()).isEmpty();
    }

    @Test
    void aModuleMayReadTheRuntimeThroughAnotherOne() throws IOException {
        Path runtime = directory.resolve("runtime-module");
        Path between = directory.resolve("between-module");
        Compilation.of(runtime, "module-info", "module org.asyncjava.runtime { }");
        Compilation.of(between, "module-info", "module between { requires transitive org.asyncjava.runtime; }",
                "--module-path", runtime.toString());
        project.compile("Good", GOOD);
        Compilation.of(project.classes, "module-info", "module shop { requires between; }",
                "--module-path", runtime + java.io.File.pathSeparator + between);
        List<Path> classPath = List.of(Compilation.ANNOTATIONS, project.runtime, between);
        Report report = new TransformerRun(List.of(project.classes), classPath, TransformerOptions.defaults()).transform();
        assertThat(report.errors()).isEmpty();
    }

    @Test
    void checkingReportsTheSameAndWritesNothing() {
        project.compile("Good", GOOD);
        project.compile("Bad", "class Bad { String first(CompletableFuture<String> source) { return await(source); } }");
        Map<String, byte[]> before = project.bytes();
        Report report = project.run().check();
        assertThat(report.errors()).hasSize(1);
        assertThat(project.bytes()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void missingAndEmptyDirectoriesAreNothingToTransform() throws IOException { // HARD_CASES 86
        assertThat(project.transform().summary()).isEqualTo("async: nothing to transform");
        Files.createDirectories(project.classes);
        Report report = project.transform();
        assertThat(report.hasErrors()).isFalse();
        assertThat(report.summary()).isEqualTo("async: nothing to transform");
    }

    @Test
    void aMachineThatCannotBeWrittenLeavesItsClassAsItWas() throws IOException {
        byte[] before = project.compile("Good", GOOD).classFile("Good");
        project.compile("Other", GOOD.replace("Good", "Other"));
        Files.createDirectories(project.file("Good$load$Async1.class").resolve("in-the-way"));
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString().contains("Good.class: cannot be written, the class is as it was");
        assertThat(report.methods()).isOne();
        assertThat(project.bytes()).containsEntry("Good.class", before);
        assertThat(project.files()).contains("Other$load$Async1.class").noneMatch(name -> name.endsWith(".tmp"));
    }

    private List<String> changed(Map<String, FileTime> before) throws IOException {
        return project.times().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}
