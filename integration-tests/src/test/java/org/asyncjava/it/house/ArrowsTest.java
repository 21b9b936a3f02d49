package org.asyncjava.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between modules and packages go up only. */
class ArrowsTest {
    private static final JavaClasses PROJECT = new ClassFileImporter().importPaths(
            classesOf("async-annotations"), classesOf("async-runtime"), classesOf("async-transformer"),
            classesOf("async-compiler"));

    private static Path classesOf(String module) {
        return Path.of("..", module, "target", "classes");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.asyncjava.(**)").should().beFreeOfCycles()
                .check(PROJECT);
    }

    @Test
    void annotationsAndRuntimeNeedTheJdkAlone() {
        classes().that().resideInAnyPackage("org.asyncjava", "org.asyncjava.runtime..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.asyncjava", "org.asyncjava.runtime..").check(PROJECT);
    }

    @Test
    void theRuntimeDoesNotKnowItsGeneratedCode() {
        noClasses().that().resideInAPackage("org.asyncjava.runtime")
                .should().dependOnClassesThat().resideInAPackage("org.asyncjava.runtime.abi").check(PROJECT);
    }

    @Test
    void transformerAndRuntimeDoNotKnowEachOther() {
        noClasses().that().resideInAnyPackage("org.asyncjava.transformer..", "org.asyncjava.rules..")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava", "org.asyncjava.runtime..").check(PROJECT);
    }

    @Test
    void theTransformerDoesNotKnowTheCompilerPlugin() {
        noClasses().that().resideInAnyPackage("org.asyncjava.transformer..", "org.asyncjava.rules..")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava.compiler..").check(PROJECT);
    }

    @Test
    void rulesAreAboutTheJdkAlone() {
        classes().that().resideInAPackage("org.asyncjava.rules..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.asyncjava.rules..").check(PROJECT);
    }

    @Test
    void questionsDoNotKnowWriters() {
        noClasses().that().resideInAnyPackage("org.asyncjava.transformer.analysis", "org.asyncjava.transformer.plan", "org.asyncjava.transformer.read")
                .should().dependOnClassesThat().resideInAnyPackage("org.asyncjava.transformer.emit", "org.asyncjava.transformer.normal",
                        "org.asyncjava.transformer.write").check(PROJECT);
    }

    @Test
    void methodsAreEmittedAndClassesWrittenApart() {
        noClasses().that().resideInAPackage("org.asyncjava.transformer.emit")
                .should().dependOnClassesThat().resideInAPackage("org.asyncjava.transformer.write").check(PROJECT);
        noClasses().that().resideInAPackage("org.asyncjava.transformer.write")
                .should().dependOnClassesThat().resideInAPackage("org.asyncjava.transformer.emit").check(PROJECT);
    }

    @Test
    void theFlowOfCodeIsAboutCodeAlone() {
        classes().that().resideInAPackage("org.asyncjava.transformer.flow")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.objectweb.asm..", "org.asyncjava.transformer.flow").check(PROJECT);
    }
}
