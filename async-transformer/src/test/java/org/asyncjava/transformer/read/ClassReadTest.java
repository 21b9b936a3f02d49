package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Bad input is refused with a sentence that tells the mend. */
class ClassReadTest {
    @TempDir
    Path directory;
    private byte[] classFile;

    @BeforeEach
    void compile() {
        classFile = Compilation.of(directory.resolve("classes"), "Sample", """
                package demo;
                class Sample {
                    int count(java.util.List<String> list) {
                        int sum = 0;
                        for (String text : list) {
                            sum += text.length();
                        }
                        return sum;
                    }
                }
                """).classFile("demo.Sample");
    }

    @Test
    void aClassFileIsReadWithExpandedFrames() {
        ClassRead read = ClassRead.of(classFile);
        assertThat(read.name()).isEqualTo("demo/Sample");
        assertThat(read.isTransformed()).isFalse();
        assertThat(read.node().methods).extracting(method -> method.name).containsExactly("<init>", "count");
    }

    @Test
    void whereverAClassFileIsCutOffItIsRefusedAsDamaged() {
        for (int length = 0; length < classFile.length; length++) {
            byte[] truncated = Arrays.copyOf(classFile, length);
            assertThatThrownBy(() -> ClassRead.of(truncated)).as("cut at %d", length)
                    .isInstanceOf(TransformationException.class)
                    .hasMessageContaining("damaged or truncated");
        }
    }

    @Test
    void theNameIsToldWhereTheDamageComesAfterIt() {
        byte[] truncated = Arrays.copyOf(classFile, classFile.length - 1);
        assertThatThrownBy(() -> ClassRead.of(truncated))
                .hasMessage("the class file of demo.Sample is damaged or truncated: compile it again");
    }

    @Test
    void aClassFileFromTheFutureIsRefusedWithBothVersions() {
        classFile[6] = 0;
        classFile[7] = 99;
        assertThatThrownBy(() -> ClassRead.of(classFile))
                .isInstanceOf(TransformationException.class)
                .hasMessageStartingWith("the class file is of Java 55 (version 99), newer than Java ");
    }

    @Test
    void aClassFileOlderThanJava8IsRefused() {
        classFile[7] = 51;
        assertThatThrownBy(() -> ClassRead.of(classFile))
                .isInstanceOf(TransformationException.class)
                .hasMessageContaining("older than Java 8");
    }

    @Test
    void twoMethodsWithOneSignatureAreRefused() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_ABSTRACT, "demo/Twice", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "load", "()Ljava/util/concurrent/CompletableFuture;", null, null).visitEnd();
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "load", "()Ljava/util/concurrent/CompletableFuture;", null, null).visitEnd();
        writer.visitEnd();
        assertThatThrownBy(() -> ClassRead.of(writer.toByteArray()))
                .isInstanceOf(TransformationException.class)
                .hasMessageStartingWith("class demo.Twice declares the method load()Ljava/util/concurrent/CompletableFuture; twice");
    }

    @Test
    void aTextThatIsNoDescriptorIsRefused() {
        assertThatThrownBy(() -> ClassRead.of(withCode(method -> method.visitMethodInsn(Opcodes.INVOKESTATIC, "demo/Odd", "call", "()Xava;", false))))
                .isInstanceOf(TransformationException.class)
                .hasMessage("the class file of demo.Odd is damaged: it has \"call()Xava;\" for a name or a descriptor; compile it again");
    }

    @Test
    void aTextThatNamesNoMethodIsRefused() {
        assertThatThrownBy(() -> ClassRead.of(withCode(method -> method.visitMethodInsn(Opcodes.INVOKESTATIC, "demo/Odd", "ca/ll", "()V", false))))
                .isInstanceOf(TransformationException.class).hasMessageContaining("\"ca/ll()V\"");
    }

    @Test
    void aTextThatNamesNoClassIsRefused() {
        assertThatThrownBy(() -> ClassRead.of(withCode(method -> method.visitTypeInsn(Opcodes.INSTANCEOF, "de;mo/Odd"))))
                .isInstanceOf(TransformationException.class).hasMessageContaining("\"de;mo/Odd\"");
    }

    @Test
    void anArrayIsNoClassThatCouldBeRead() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "[I", null, "java/lang/Object", null);
        assertThatThrownBy(() -> ClassRead.of(writer.toByteArray()))
                .isInstanceOf(TransformationException.class).hasMessageContaining("\"[I\"");
    }

    @Test
    void aNameThatRefersToNoTextIsRefused() {
        byte[] odd = withCode(method -> method.visitTypeInsn(Opcodes.INSTANCEOF, "demo/Other"));
        ClassReader reader = new ClassReader(odd);
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && odd[at - 1] == 7 && reader.readUTF8(at, new char[20]).equals("demo/Other")) {
                odd[at] = 0;
                odd[at + 1] = 0;
            }
        }
        assertThatThrownBy(() -> ClassRead.of(odd)).isInstanceOf(TransformationException.class).hasMessageContaining("demo.Odd is damaged");
    }

    @Test
    void aTryRangeOfNothingIsRefused() {
        assertThatThrownBy(() -> ClassRead.of(withCode(method -> {
            Label place = new Label();
            method.visitTryCatchBlock(place, place, place, null);
            method.visitLabel(place);
        }))).isInstanceOf(TransformationException.class)
                .hasMessage("the class file of demo.Odd is damaged: run()V refers to a place inside an instruction, has a try range that ends"
                        + " where or before it begins, or a frame with an object that is created nowhere; compile it again");
    }

    @Test
    void aTryRangeThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> ClassRead.of(withCode(method -> {
            Label first = new Label();
            Label second = new Label();
            method.visitTryCatchBlock(second, first, first, null);
            method.visitLabel(first);
            method.visitInsn(Opcodes.NOP);
            method.visitLabel(second);
        }))).isInstanceOf(TransformationException.class).hasMessageContaining("demo.Odd").hasMessageContaining("try range");
    }

    @Test
    void anAttributeOfCodeThatNobodyKnowsIsLeftOutAndOneOfAMethodIsKept() {
        ClassRead read = ClassRead.of(withCode(method -> {
            method.visitAttribute(new Odd("Kept", false));
            method.visitAttribute(new Odd("Code", true));
        }));
        assertThat(read.node().methods.get(0).attrs).extracting(attribute -> attribute.type).containsExactly("Kept");
    }

    /** An attribute without content. */
    private static final class Odd extends Attribute {
        private final boolean ofCode;

        Odd(String name, boolean ofCode) {
            super(name);
            this.ofCode = ofCode;
        }

        @Override
        public boolean isCodeAttribute() {
            return ofCode;
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
            return new ByteVector();
        }
    }

    private static byte[] withCode(Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "demo/Odd", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        method.visitCode();
        code.accept(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
