package org.asyncjava.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that were made to make a reader run out of stack, memory or time. */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileClassFilesTest {
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            public class Victim {
                @Async
                public static CompletableFuture<String> run(CompletableFuture<String> operand) {
                    return CompletableFuture.completedFuture(await(operand) + "!");
                }
            }
            """;
    private static final int DEEP = 200_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final byte[] victim = Build.of(Map.of("Victim.java", SOURCE), Dialect.of(17)).compiled().get("Victim");

    @Test
    void annotationsWithinAnnotationsThousandsDeep() {
        ClassReader reader = new ClassReader(victim);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        Deque<AnnotationVisitor> levels = new ArrayDeque<>(List.of(writer.visitAnnotation("LDeep;", true)));
        for (int i = 0; i < DEEP; i++) {
            levels.push(levels.peek().visitAnnotation("a", "LDeep;"));
        }
        levels.forEach(AnnotationVisitor::visitEnd);
        byte[] hostile = writer.toByteArray();
        assertThatThrownBy(() -> transform(hostile)).isInstanceOf(TransformationException.class)
                .hasMessageContaining("Victim").hasMessageContaining("damaged");
    }

    @Test
    void aConstantThatIsMadeOfItself() {
        byte[] hostile = withConstant(new ConstantDynamic("self", "I", bootstrap(), 7));
        ClassReader reader = new ClassReader(hostile);
        int bootstrapMethods = find(hostile, "BootstrapMethods", reader);
        ByteBuffer bytes = ByteBuffer.wrap(hostile);
        int dynamic = dynamicConstant(reader);
        // name 2, length 4, count 2; the bootstrap of the concatenation 6; method 2, number of arguments 2, and there is the argument
        bytes.putShort(bootstrapMethods + 18, (short) dynamic);
        assertThatThrownBy(() -> transform(hostile)).isInstanceOf(TransformationException.class).hasMessageContaining("Victim");
    }

    @Test
    void anAttributeThatClaimsTwoGigabytes() {
        byte[] hostile = withAttribute("Odd", 10);
        ByteBuffer.wrap(hostile).putInt(hostile.length - 14, Integer.MAX_VALUE);
        assertThatThrownBy(() -> transform(hostile)).isInstanceOf(TransformationException.class).hasMessageContaining("damaged");
    }

    @Test
    void aLargeAttributeThatNobodyKnowsIsKept() {
        byte[] odd = withAttribute("Odd", 1 << 20);
        assertThat(transform(odd).classFile()).hasSizeGreaterThan(1 << 20);
    }

    @Test
    void asManyLocalsAsThereCanBe() {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(victim).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                    @Override
                    public void visitMaxs(int maxStack, int maxLocals) {
                        super.visitMaxs(0xFFFF, 0xFFFF);
                    }
                };
            }
        }, 0);
        assertThatThrownBy(() -> transform(writer.toByteArray())).isInstanceOf(TransformationException.class)
                .hasMessageContaining("Victim.run").hasMessageContaining("65535");
    }

    private byte[] withAttribute(String name, int size) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(victim).accept(writer, 0);
        writer.visitAttribute(new Attribute(name) {
            @Override
            protected ByteVector write(ClassWriter target, byte[] code, int length, int maxStack, int maxLocals) {
                ByteVector content = new ByteVector(size);
                content.putByteArray(new byte[size], 0, size);
                return content;
            }
        });
        return writer.toByteArray();
    }

    private byte[] withConstant(ConstantDynamic constant) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(victim).accept(writer, 0);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "constant", "()I", null, null);
        method.visitCode();
        method.visitLdcInsn(constant);
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        return writer.toByteArray();
    }

    private static Handle bootstrap() {
        return new Handle(Opcodes.H_INVOKESTATIC, "Victim", "bootstrap",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)I", false);
    }

    private static int dynamicConstant(ClassReader reader) {
        for (int i = 1; i < reader.getItemCount(); i++) {
            if (reader.getItem(i) > 0 && reader.readByte(reader.getItem(i) - 1) == 17) {
                return i;
            }
        }
        throw new AssertionError("no dynamic constant");
    }

    /** Where the last attribute of a name begins; it is the last of its class. */
    private static int find(byte[] classFile, String attribute, ClassReader reader) {
        for (int at = classFile.length - 6; at > reader.header; at--) {
            int index = reader.readUnsignedShort(at);
            if (index > 0 && index < reader.getItemCount() && reader.getItem(index) > 0
                    && reader.readByte(reader.getItem(index) - 1) == 1
                    && attribute.equals(reader.readUTF8(at, new char[classFile.length]))) {
                return at;
            }
        }
        throw new AssertionError("no " + attribute);
    }

    private static Transformed transform(byte[] classFile) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            return new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(classFile);
        } finally {
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).as("bytes allocated").isLessThan(MOST_BYTES);
        }
    }
}
