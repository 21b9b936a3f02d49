package org.asyncjava.transformer.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asyncjava.rules.Locks;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.Markers;
import org.asyncjava.transformer.testing.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** What is asked about code before rules decide is answered as the comments of the targets promise. */
class CodeQuestionsTest {
    @TempDir
    Path directory;

    /** Whether a monitor is held at an await. */
    @TestFactory
    Stream<DynamicTest> monitors() throws IOException {
        return Targets.tests("monitor", directory, (node, classPath, answers) -> methods(node, classPath).forEach(method -> {
            MonitorDepths depths = MonitorDepths.of(method.name, method);
            awaits(method).forEach(await -> answers.add(await, List.of(depths.isHeldAt(await) ? "held" : "free")));
        }));
    }

    /** Whether a lock of a thread is held at an await: on every way to it, or on some. */
    @TestFactory
    Stream<DynamicTest> locks() throws IOException {
        return Targets.tests("lock", directory, (node, classPath, answers) -> methods(node, classPath).forEach(method -> {
            Callees callees = new Callees(classPath);
            InstructionFlow flow = InstructionFlow.of(method, call -> callees.effect(call, Locks.OF_THREADS));
            awaits(method).forEach(await -> answers.add(await, List.of(flow.isTakenAt(await) ? "held" : flow.mayBeTakenAt(await) ? "maybe" : "free")));
        }));
    }

    /** Whether the cancellation of an await ends in a catch clause, or passes it. */
    @TestFactory
    Stream<DynamicTest> catchClauses() throws IOException {
        return Targets.tests("cancellation", directory, (node, classPath, answers) -> methods(node, classPath).forEach(method -> {
            Map<LabelNode, String> swallowing = CatchClauses.swallowingCancellation(method);
            for (TryCatchBlockNode range : method.tryCatchBlocks) {
                int line = new Lines(node).ofHandler(range.handler).line();
                answers.add(line, swallowing.containsKey(range.handler) ? "ends in " + swallowing.get(range.handler) : "passes");
            }
        }));
    }

    private static List<MethodNode> methods(ClassNode node, ClassPath classPath) {
        return ClassFacts.of(node, classPath).methods().stream().map(async -> async.method()).toList();
    }

    private static Stream<AbstractInsnNode> awaits(MethodNode method) {
        return Stream.of(method.instructions.toArray()).filter(Markers::isAwait);
    }
}
