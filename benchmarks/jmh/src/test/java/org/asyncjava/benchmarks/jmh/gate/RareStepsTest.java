package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.runtime.Continuation;
import org.asyncjava.runtime.GeneratorSteps;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is called rarely, or seems rare to HotSpot, is so short that HotSpot inlines it there too. */
class RareStepsTest {
    /** {@code -XX:MaxTrivialSize}. */
    private static final int TRIVIAL = 6;
    /** {@code -XX:MaxInlineSize}. */
    private static final int SMALL = 35;

    /** A loop keeps its iteration in registers only if nothing that is compiled with it is called. */
    @Test
    void ofPlainGeneratorsAreTrivial() throws IOException {
        Map<String, Integer> lengths = lengthsOf(GeneratorSteps.class);

        assertThat(lengths.get("complete")).isLessThanOrEqualTo(TRIVIAL);
        assertThat(lengths.get("state")).isLessThanOrEqualTo(TRIVIAL);
    }

    /** In a program that awaits other things more often than calls, to begin a call is rare for an await, however often it is done. */
    @Test
    void ofCallsAreSmall() throws IOException {
        Map<String, Integer> lengths = lengthsOf(Continuation.class);

        for (String step : List.of("begin", "enters", "enter", "isPendingAt", "take", "complete")) {
            assertThat(lengths.get(step)).as(step).isLessThanOrEqualTo(SMALL);
        }
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
