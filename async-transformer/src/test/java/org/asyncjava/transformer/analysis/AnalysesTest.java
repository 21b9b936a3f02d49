package org.asyncjava.transformer.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.transformer.normal.NormalForm;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Answers;
import org.asyncjava.transformer.testing.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The analyses answer what the comments of the targets promise. */
class AnalysesTest {
    @TempDir
    Path directory;

    /** What is read behind an await; of a slot without a name, its type. */
    @TestFactory
    Stream<DynamicTest> liveness() throws IOException {
        return Targets.tests("live", directory, (node, classPath, answers) -> points(node, classPath, (method, point) -> answers.add(point.await().call(),
                point.live().stream().mapToObj(slot -> name(method, slot, point)).toList())));
    }

    /** What lies on the operand stack below what is awaited. */
    @TestFactory
    Stream<DynamicTest> operandStacks() throws IOException {
        return Targets.tests("stack", directory, (node, classPath, answers) -> points(node, classPath, (method, point) -> answers.add(point.await().call(),
                point.stack().stream().filter(type -> type.size() > 0).map(AnalysesTest::simpleName).toList())));
    }

    /** The variables that a debugger shows when it stops at a line. */
    @TestFactory
    Stream<DynamicTest> availability() throws IOException {
        return Targets.tests("shown", directory, (node, classPath, answers) -> facts(node, classPath).forEach(facts -> {
            Availability availability = availability(facts);
            for (AbstractInsnNode insn : facts.method().instructions) {
                if (insn instanceof LineNumberNode) {
                    answers.add(insn, shown(facts.method(), insn, availability));
                }
            }
        }));
    }

    /** Objects that are made before an await and whose constructor is called behind it. */
    @TestFactory
    Stream<DynamicTest> pendingCreations() throws IOException {
        return Targets.tests("pending", directory, (node, classPath, answers) -> ClassFacts.of(node, classPath).methods().forEach(async -> {
            PendingCreations pending = PendingCreations.of(node.name, async.method());
            for (AbstractInsnNode insn : async.method().instructions) {
                if (pending.creations().contains(insn)) {
                    answers.add(insn, List.of(simpleName(SlotType.reference(((TypeInsnNode) insn).desc))));
                }
            }
        }));
    }

    /** Whether the compiler has written the code of a line several times, as that of a {@code finally}. */
    @TestFactory
    Stream<DynamicTest> copiedLines() throws IOException {
        return Targets.tests("copied", directory, (node, classPath, answers) -> points(node, classPath, (method, point) ->
                answers.add(point.await().call(), List.of(point.lineRepeated() ? "yes" : "no"))));
    }

    private static List<MethodFacts> facts(ClassNode node, ClassPath classPath) {
        return ClassFacts.of(node, classPath).methods().stream()
                .map(async -> MethodFacts.of(node.name, NormalForm.of(node.name, classPath, async.method()), Retention.LIVE)).toList();
    }

    private static void points(ClassNode node, ClassPath classPath, BiConsumer<MethodNode, SuspensionPoint> answer) {
        facts(node, classPath).forEach(facts -> facts.points().forEach(point -> answer.accept(facts.method(), point)));
    }

    private static String name(MethodNode method, int slot, SuspensionPoint point) {
        return Answers.variable(method, slot, point.await().call()).findFirst().orElseGet(() -> simpleName(point.locals().get(slot)));
    }

    private static String simpleName(SlotType type) {
        String name = type.toString();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
    }

    private static Availability availability(MethodFacts facts) {
        BitSet atEntry = new BitSet();
        atEntry.set(0, facts.entry().size());
        Map<AbstractInsnNode, BitSet> kept = facts.points().stream().collect(Collectors.toMap(point -> point.await().call(), SuspensionPoint::live));
        return Availability.of(facts.method(), atEntry, kept);
    }

    private static List<String> shown(MethodNode method, AbstractInsnNode at, Availability availability) {
        List<String> names = new ArrayList<>();
        for (int slot = 0; slot < method.maxLocals; slot++) {
            int index = method.instructions.indexOf(at);
            boolean available = availability.changes(slot).stream().filter(change -> change.index() <= index).reduce((first, last) -> last)
                    .filter(Availability.Change::available).isPresent();
            if (available) {
                Answers.variable(method, slot, at).filter(name -> !name.equals("this")).forEach(names::add);
            }
        }
        return names;
    }
}
