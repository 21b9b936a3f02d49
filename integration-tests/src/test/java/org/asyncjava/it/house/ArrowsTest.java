package org.asyncjava.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.asyncjava.it.harness.WrittenRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrows between modules and packages go up only: those that somebody has written, not those of generated code. */
class ArrowsTest {
    private static final Set<String> ANALYSES = Set.of("org.asyncjava.transformer.analysis", "org.asyncjava.transformer.flow");

    private static JavaClasses project;

    @BeforeAll
    static void readClasses(@TempDir Path runtime) throws IOException {
        project = new ClassFileImporter().importPaths(
                classesOf("async-annotations"), WrittenRuntime.compiledInto(runtime), classesOf("async-transformer"), classesOf("async-compiler"),
                classesOf("async-maven-plugin"), classesOf("async-junit"), classesOf("async-lsp"), classesOf("adapters/async-blockhound"));
    }

    private static Path classesOf(String module) {
        return Path.of("..", module, "target", "classes");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.asyncjava.(**)").should().beFreeOfCycles()
                .check(project);
    }

    @Test
    void annotationsAndRuntimeNeedTheJdkAlone() {
        classes().that().resideInAnyPackage("org.asyncjava", "org.asyncjava.runtime..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.asyncjava", "org.asyncjava.runtime..",
                        "javax.management..", "javax.swing..", "jdk.jfr..", "org.jspecify.annotations").check(project); // the last nobody needs at run time
    }

    @Test
    void whatAModuleMayBeMissingForIsTouchedByFew() {
        noClasses().that().resideInAPackage("org.asyncjava.runtime..").and().haveNameNotMatching(".*\\.(TaskEvent|SuspensionEvent|SlowCallbackEvent|LoopRecorder|TaskRecord)")
                .should().dependOnClassesThat().resideInAPackage("jdk.jfr..").check(project);
        noClasses().that().resideInAPackage("org.asyncjava.runtime..").and().haveNameNotMatching(".*\\.LoopsRegistration")
                .should().dependOnClassesThat().resideInAnyPackage("java.lang.management..", "javax.management..").check(project);
    }

    @Test
    void theRuntimeDoesNotKnowItsGeneratedCode() {
        noClasses().that().resideInAPackage("org.asyncjava.runtime")
                .should().dependOnClassesThat().resideInAPackage("org.asyncjava.runtime.abi").check(project);
    }

    @Test
    void transformerAndRuntimeDoNotKnowEachOther() {
        noClasses().that().resideInAnyPackage("org.asyncjava.transformer..", "org.asyncjava.rules..")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava", "org.asyncjava.runtime..").check(project);
    }

    @Test
    void theTransformerDoesNotKnowTheCompilerPlugin() {
        noClasses().that().resideInAnyPackage("org.asyncjava.transformer..", "org.asyncjava.rules..")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava.compiler..").check(project);
    }

    @Test
    void nobodyKnowsTheFrontEnds() {
        noClasses().that().resideOutsideOfPackage("org.asyncjava.maven..").should().dependOnClassesThat().resideInAPackage("org.asyncjava.maven..").check(project);
        noClasses().that().resideOutsideOfPackage("org.asyncjava.junit..").should().dependOnClassesThat().resideInAPackage("org.asyncjava.junit..").check(project);
    }

    @Test
    void theMavenPluginDoesNotKnowTheRuntime() {
        noClasses().that().resideInAPackage("org.asyncjava.maven..")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava", "org.asyncjava.runtime..", "org.asyncjava.junit..").check(project);
    }

    @Test
    void theTestEngineKnowsNothingThatTransforms() {
        noClasses().that().resideInAPackage("org.asyncjava.junit..").should().dependOnClassesThat()
                .resideInAnyPackage("org.asyncjava.transformer..", "org.asyncjava.rules..", "org.asyncjava.compiler..").check(project);
    }

    @Test
    void rulesAreAboutTheJdkAlone() {
        classes().that().resideInAPackage("org.asyncjava.rules..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.asyncjava.rules..").check(project);
    }

    @Test
    void questionsDoNotKnowWriters() {
        noClasses().that().resideInAnyPackage("org.asyncjava.transformer.analysis", "org.asyncjava.transformer.plan", "org.asyncjava.transformer.read")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava.transformer.emit", "org.asyncjava.transformer.normal",
                        "org.asyncjava.transformer.write").check(project);
    }

    @Test
    void methodsAreEmittedAndClassesWrittenApart() {
        noClasses().that().resideInAPackage("org.asyncjava.transformer.emit")
                .should().dependOnClassesThat().resideInAPackage("org.asyncjava.transformer.write").check(project);
        noClasses().that().resideInAPackage("org.asyncjava.transformer.write")
                .should().dependOnClassesThat().resideInAPackage("org.asyncjava.transformer.emit").check(project);
    }

    @Test
    void theFlowOfCodeIsAboutCodeAlone() {
        classes().that().resideInAPackage("org.asyncjava.transformer.flow")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.objectweb.asm..", "org.asyncjava.transformer.flow").check(project);
    }

    /** An answer is in the plan, or it was not wanted: what the analyses answer may be read, and nothing asked. */
    @Test
    void emittersAskNoAnalysis() {
        assertThat(questionsOf("plan")).isNotEmpty();
        assertThat(questionsOf("emit")).isEmpty();
        assertThat(questionsOf("write")).isEmpty();
    }

    private static List<String> questionsOf(String asking) {
        return project.stream().filter(type -> type.getPackageName().equals("org.asyncjava.transformer." + asking))
                .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
                .filter(call -> ANALYSES.contains(call.getTargetOwner().getPackageName()) && isQuestion(call))
                .map(JavaCall::getDescription).toList();
    }

    private static boolean isQuestion(JavaCall<?> call) {
        boolean isInstance = call.getTarget().resolveMember().stream()
                .anyMatch(member -> member instanceof JavaMethod && !member.getModifiers().contains(JavaModifier.STATIC));
        return !isInstance && !call.getTargetOwner().isEnum() && !call.getTargetOwner().getSimpleName().equals("Instructions");
    }
}
