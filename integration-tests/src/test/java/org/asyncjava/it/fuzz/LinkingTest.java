package org.asyncjava.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The judge of mutants finds what the JVM has against a class, and nothing that only its own questions bring up. */
class LinkingTest {
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            public class Victim {
                @Async
                public static CompletableFuture<String> run(CompletableFuture<String> operand) {
                    Kept kept = new Kept();
                    String text = await(operand);
                    return CompletableFuture.completedFuture(text + kept);
                }
            }
            class Kept { }
            """;

    private final Build build = Build.of(Map.of("Victim.java", SOURCE), Dialect.of(17, "-g"));
    private final byte[] victim = build.transformed().get("Victim");
    private final Map<String, byte[]> machines = new TreeMap<>(build.transformed());

    LinkingTest() {
        machines.keySet().removeAll(build.compiled().keySet());
        assertThat(machines).hasSize(1);
    }

    @Test
    void soundClassesAreSound() {
        assertThat(new Linking(build.compiled()).refusal(victim, machines)).isEmpty();
    }

    /** The type of a local that a machine keeps: who never runs the method never needs it. */
    @Test
    void aTypeThatOnlyTheRunOfAMethodNeedsMayBeMissing() {
        assertThat(new Linking(Map.of()).refusal(build.compiled().get("Victim"), Map.of())).isEmpty();
        assertThat(new Linking(Map.of()).refusal(victim, machines)).isEmpty();
    }

    @Test
    void aClassThatDoesNotVerifyIsFound() {
        assertThat(new Linking(build.compiled()).refusal(broken(victim), machines)).containsInstanceOf(VerifyError.class);
    }

    @Test
    void aMachineThatDoesNotVerifyIsFound() {
        machines.replaceAll((name, machine) -> broken(machine));
        assertThat(new Linking(build.compiled()).refusal(victim, machines)).containsInstanceOf(VerifyError.class);
    }

    /** With a method that returns a number for an object. */
    private static byte[] broken(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(writer, 0);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "broken", "()Ljava/lang/Object;", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        return writer.toByteArray();
    }
}
