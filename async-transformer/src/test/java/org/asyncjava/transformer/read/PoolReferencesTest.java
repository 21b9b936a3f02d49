package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class PoolReferencesTest {
    private static final Handle BOOTSTRAP = new Handle(Opcodes.H_INVOKESTATIC, "A", "m", "()V", false);

    private final ClassWriter writer = new ClassWriter(0);
    /** Where each kind of constant has its references, in bytes behind its tag. */
    private final Map<Integer, int[]> references = new TreeMap<>();

    PoolReferencesTest() {
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        references.put(writer.newClass("B"), new int[] {0});
        references.put(writer.newConst("string"), new int[] {0});
        references.put(writer.newConst(Type.getMethodType("(I)V")), new int[] {0});
        references.put(writer.newModule("module"), new int[] {0});
        references.put(writer.newPackage("package"), new int[] {0});
        references.put(writer.newNameType("name", "I"), new int[] {0, 2});
        references.put(writer.newField("A", "f", "I"), new int[] {0, 2});
        references.put(writer.newMethod("A", "m", "()V", false), new int[] {0, 2});
        references.put(writer.newMethod("I", "m", "()V", true), new int[] {0, 2});
        references.put(writer.newInvokeDynamic("indy", "()V", BOOTSTRAP), new int[] {2});
        references.put(writer.newConst(new ConstantDynamic("condy", "I", BOOTSTRAP)), new int[] {2});
        for (int kind = Opcodes.H_GETFIELD; kind <= Opcodes.H_INVOKEINTERFACE; kind++) {
            references.put(handle(kind), new int[] {1});
        }
        writer.visitEnd();
    }

    @Test
    void whatACompilerWritesIsSound() {
        assertThat(PoolReferences.firstUnsound(new ClassReader(writer.toByteArray()))).isEmpty();
    }

    @Test
    void aReferenceToAnotherKindOrBehindTheEndOrToNoneIsNot() {
        references.forEach((constant, offsets) -> {
            for (int offset : offsets) {
                for (int other : new int[] {constant, 0, 0xffff}) {
                    assertThat(PoolReferences.firstUnsound(with(constant, offset, other))).as("%d at %d: %d", constant, offset, other).hasValue(constant);
                }
            }
        });
    }

    @Test
    void aHandleOfAKindThatThereIsNotIsNot() {
        byte[] classFile = writer.toByteArray();
        int handle = handle(Opcodes.H_GETFIELD);
        classFile[new ClassReader(classFile).getItem(handle)] = 10;
        assertThat(PoolReferences.firstUnsound(new ClassReader(classFile))).hasValue(handle);
    }

    private ClassReader with(int constant, int offset, int other) {
        byte[] classFile = writer.toByteArray();
        ByteBuffer.wrap(classFile).putShort(new ClassReader(classFile).getItem(constant) + offset, (short) other);
        return new ClassReader(classFile);
    }

    private int handle(int kind) {
        return kind <= Opcodes.H_PUTSTATIC
                ? writer.newHandle(kind, "A", "f", "I", false)
                : writer.newHandle(kind, "A", kind == Opcodes.H_NEWINVOKESPECIAL ? "<init>" : "m", "()V", kind == Opcodes.H_INVOKEINTERFACE);
    }
}
