package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class FunctionalInterfacesTest {
    @TempDir
    Path classes;

    @Test
    void aNameMayHaveParenthesesInIt() throws IOException { // HARD_CASES 96: Kotlin writes such names
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "Sum", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "sum of (two) numbers", "(II)I", null, null).visitEnd();
        writer.visitEnd();
        Files.write(classes.resolve("Sum.class"), writer.toByteArray());
        try (ClassPath classPath = ClassPath.of(List.of(classes))) {
            FunctionalInterfaces interfaces = new FunctionalInterfaces(classPath);
            assertThat(interfaces.isSingleAbstract("Sum", "sum of (two) numbers", 2)).isTrue();
            assertThat(interfaces.isSingleAbstract("Sum", "sum of (two) numbers", 1)).isFalse();
        }
    }
}
