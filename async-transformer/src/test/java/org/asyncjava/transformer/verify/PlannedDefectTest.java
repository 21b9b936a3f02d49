package org.asyncjava.transformer.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.analysis.Retention;
import org.asyncjava.transformer.emit.ClassEmitter;
import org.asyncjava.transformer.emit.EmittedMethod;
import org.asyncjava.transformer.normal.NormalForm;
import org.asyncjava.transformer.plan.MachineIdentity;
import org.asyncjava.transformer.plan.MachineNames;
import org.asyncjava.transformer.plan.MachineShape;
import org.asyncjava.transformer.plan.Planner;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.TransformationException;
import org.asyncjava.transformer.testing.Compilation;
import org.asyncjava.transformer.write.ClassFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A method that was written wrongly is told with its line, its state and what was planned. */
class PlannedDefectTest {
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;

            class Two {
                @Async
                static CompletableFuture<String> both(CompletableFuture<String> first, CompletableFuture<Integer> second) {
                    String left = await(first);
                    int right = await(second);
                    return CompletableFuture.completedFuture(left.concat("" + right));
                }
            }
            """;
    private static final String FIRST = "state 1  line 8  await stage  slot 1 second java/util/concurrent/CompletableFuture -> L0";
    private static final String SECOND = "state 2  line 9  await stage  slot 2 left java/lang/String -> L0";

    @TempDir
    Path directory;

    @Test
    void nothingIsWrongWithWhatTheEmittersWrite() {
        assertThatCode(() -> verify(written -> { })).doesNotThrowAnyException();
    }

    @Test
    void aVariableThatIsNotRestored() {
        assertDefect(SECOND, "Two.both(LTwo$both$Async1;", " at line 10: ",
                written -> instruction(written.body(), AbstractInsnNode.VAR_INSN, PlannedDefectTest::restoresText,
                        store -> written.body().instructions.set(store, new InsnNode(Opcodes.POP))));
    }

    @Test
    void aValueOfAnotherTypeThatIsRestored() {
        assertDefect(SECOND, "Two.both(LTwo$both$Async1;", " at line 10: ",
                written -> instruction(written.body(), AbstractInsnNode.TYPE_INSN, insn -> ((TypeInsnNode) insn).desc.equals("java/lang/String"),
                        cast -> ((TypeInsnNode) cast).desc = "java/lang/Integer"));
    }

    @Test
    void anAwaitWithoutItsOperand() {
        assertDefect(FIRST, "Two.both(LTwo$both$Async1;", " at line 8: ",
                written -> instruction(written.body(), AbstractInsnNode.INSN, insn -> insn.getOpcode() == Opcodes.DUP,
                        dup -> written.body().instructions.set(dup, new InsnNode(Opcodes.NOP))));
    }

    @Test
    void aStateThatIsStoredFromTheWrongSlot() {
        assertDefect(SECOND, "Two$both$Async1.save2(", ": ", written -> {
            MethodNode save = method(written.machine(), "save2");
            instruction(save, AbstractInsnNode.VAR_INSN, insn -> ((VarInsnNode) insn).var == 2, load -> ((VarInsnNode) load).var = 9);
        });
    }

    @Test
    void aKickOff() {
        assertDefect("entry  parameters from arguments", "Two.both(Ljava/util/concurrent/CompletableFuture;", ": ",
                written -> instruction(written.kickOff(), AbstractInsnNode.VAR_INSN, insn -> true, load -> ((VarInsnNode) load).var = 9));
    }

    private void assertDefect(String row, String method, String place, Consumer<Written> damage) {
        assertThatThrownBy(() -> verify(damage)).isInstanceOf(TransformationException.class)
                .hasMessageStartingWith("the transformed " + method).hasMessageContaining(" does not verify" + place)
                .hasMessageContaining("; planned was: " + row).hasMessageEndingWith("; please report this as a defect of async-java.");
    }

    /** What the emitters wrote. */
    private record Written(MethodNode kickOff, MethodNode body, ClassNode machine) {
    }

    private void verify(Consumer<Written> damage) {
        byte[] compiled = Compilation.of(directory.resolve("classes"), "Two", SOURCE, "-g", "--release", "17").classFile("Two");
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes"), Compilation.ANNOTATIONS))) {
            ClassRead read = ClassRead.of(compiled);
            AsyncMethod async = ClassFacts.of(read.node(), classPath).methods().get(0);
            MethodFacts facts = MethodFacts.of("Two", NormalForm.of("Two", classPath, async.method()), Retention.LIVE);
            MachineIdentity identity = new MachineIdentity("Two", false, MachineNames.of("Two", async.method(), 1), async.result(),
                    MachineShape.of(async.result(), classPath));
            StateMachine plan = Planner.plan(identity, facts, classPath);
            EmittedMethod emitted = ClassEmitter.emit(plan, async.method(), read.node());
            MethodNode body = read.node().methods.get(read.node().methods.indexOf(async.method()) + 1);
            damage.accept(new Written(async.method(), body, emitted.machine()));
            byte[] classFile = ClassFileWriter.write(read, List.of(emitted.machine()), classPath);
            Map<String, byte[]> machines = Map.of(plan.name(), ClassFileWriter.write(emitted.machine(), read.node(), classPath));
            ClassVerifier.verify("Two", classFile, machines, List.of(emitted), classPath);
        }
    }

    private static MethodNode method(ClassNode node, String name) {
        return node.methods.stream().filter(method -> method.name.equals(name)).findFirst().orElseThrow();
    }

    private static boolean restoresText(AbstractInsnNode insn) {
        return insn.getPrevious() instanceof TypeInsnNode cast && cast.desc.equals("java/lang/String");
    }

    /** The first of its kind. */
    private static void instruction(MethodNode method, int type, Predicate<AbstractInsnNode> wanted,
            Consumer<AbstractInsnNode> change) {
        Stream<AbstractInsnNode> code = StreamSupport.stream(method.instructions.spliterator(), false);
        change.accept(code.filter(insn -> insn.getType() == type).filter(wanted).findFirst().orElseThrow());
    }
}
