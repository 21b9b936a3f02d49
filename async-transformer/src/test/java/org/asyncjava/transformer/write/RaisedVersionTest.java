package org.asyncjava.transformer.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.ClassNode;

class RaisedVersionTest {
    private final ClassNode node = new ClassNode();

    @BeforeEach
    void write() {
        node.visit(V1_8, ACC_PUBLIC | ACC_SUPER | ACC_MODULE, "Old", null, "java/lang/Object", null);
        node.visitInnerClass("Old$Inner", "Old", "Inner", ACC_PUBLIC | ACC_MODULE);
        node.visitField(ACC_FINAL, "byConstructor", "I", null, null);
        node.visitField(ACC_FINAL, "byMethod", "I", null, null);
        node.visitField(ACC_FINAL | ACC_STATIC, "byInitialiser", "I", null, null);
        node.visitField(ACC_FINAL | ACC_STATIC, "byMethodOfClass", "I", null, null);
        put("<init>", PUTFIELD, "byConstructor");
        put("set", PUTFIELD, "byMethod");
        put("<clinit>", PUTSTATIC, "byInitialiser");
        put("<init>", PUTSTATIC, "byMethodOfClass");
    }

    private void put(String method, int opcode, String field) {
        MethodVisitor code = node.visitMethod(0, method, "()V", null, null);
        code.visitFieldInsn(opcode, "Old", field, "I");
        code.visitFieldInsn(opcode, "Other", "byInitialiser", "I");
    }

    @Test
    void flagsThatMeantNothingAreTakenOut() {
        RaisedVersion.apply(node);
        assertThat(node.version).isEqualTo(V11);
        assertThat(node.access).isEqualTo(ACC_PUBLIC | ACC_SUPER);
        assertThat(node.innerClasses).extracting(inner -> inner.access).containsExactly(ACC_PUBLIC);
    }

    @Test
    void fieldsThatOtherMethodsThanInitialisersWriteAreFinalNoMore() {
        RaisedVersion.apply(node);
        assertThat(node.fields).filteredOn(field -> (field.access & ACC_FINAL) != 0)
                .extracting(field -> field.name).containsExactly("byConstructor", "byInitialiser");
    }

    @Test
    void aClassThatIsNewEnoughStaysAsItIs() {
        node.version = V17;
        RaisedVersion.apply(node);
        assertThat(node.version).isEqualTo(V17);
        assertThat(node.fields).allMatch(field -> (field.access & ACC_FINAL) != 0);
    }
}
