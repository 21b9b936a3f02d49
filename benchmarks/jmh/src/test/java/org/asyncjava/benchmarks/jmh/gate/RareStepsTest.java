package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.asyncjava.runtime.GeneratorSteps;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the body of a plain generator calls rarely is so short that HotSpot inlines it there too, which is {@code -XX:MaxTrivialSize}: a loop keeps its
 * iteration in registers only if nothing that is compiled with it is called.
 */
class RareStepsTest {
    private static final int TRIVIAL = 6;

    @Test
    void areTrivial() throws IOException {
        Map<String, Integer> lengths = lengthsOf(GeneratorSteps.class);

        assertThat(lengths.get("complete")).isLessThanOrEqualTo(TRIVIAL);
        assertThat(lengths.get("state")).isLessThanOrEqualTo(TRIVIAL);
    }

    private static Map<String, Integer> lengthsOf(Class<?> type) throws IOException {
        Map<String, Integer> lengths = new HashMap<>();
        new ClassReader(type.getName()).accept(new ClassVisitor(Opcodes.ASM9, new ClassWriter(0)) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                    @Override
                    public void visitMaxs(int stack, int locals) {
                        Label end = new Label();
                        visitLabel(end);
                        super.visitMaxs(stack, locals);
                        lengths.put(name, end.getOffset());
                    }
                };
            }
        }, 0);
        return lengths;
    }
}
