package org.asyncjava.transformer.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.analysis.Retention;
import org.asyncjava.transformer.normal.NormalForm;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Answers;
import org.asyncjava.transformer.testing.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.MethodNode;

/** Values go into the fields that the comments of the targets promise. */
class FieldLayoutTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> fieldsOfAState() throws IOException {
        return Targets.tests("fields", directory, (node, classPath, answers) -> ClassFacts.of(node, classPath).methods().forEach(async ->
                plan(node.name, async, classPath).states().forEach(state ->
                        answers.add(state.point().await().call(), state.spills().stream().map(FieldLayoutTest::field).toList()))));
    }

    /** The parameters that are handed to the body again, each from the one field that holds it most often. */
    @TestFactory
    Stream<DynamicTest> passedParameters() throws IOException {
        return Targets.tests("passed", directory, (node, classPath, answers) -> ClassFacts.of(node, classPath).methods().forEach(async -> {
            StateMachine machine = plan(node.name, async, classPath);
            State first = machine.states().get(0);
            MethodNode method = machine.facts().method();
            answers.add(first.point().await().call(), machine.entry().passed().stream().map(spill ->
                    Answers.variable(method, spill.position(), first.point().await().call()).findFirst().orElseThrow() + " <- " + spill.field().get().name()).toList());
        }));
    }

    private static StateMachine plan(String owner, AsyncMethod async, ClassPath classPath) {
        MethodFacts facts = MethodFacts.of(owner, NormalForm.of(owner, classPath, async.method()), Retention.LIVE);
        MachineShape shape = MachineShape.of(async.result(), classPath);
        return Planner.plan(new MachineIdentity(owner, false, owner + "$Async", async.result(), shape), facts, classPath);
    }

    /** The variable, or the type of a value without a name, and the field's name. */
    private static String field(Spill spill) {
        String type = spill.type().toString();
        String value = spill.variable().isEmpty() ? type.substring(type.lastIndexOf('/') + 1) : spill.variable();
        return value + " -> " + spill.field().map(MachineField::name).orElse("null");
    }
}
