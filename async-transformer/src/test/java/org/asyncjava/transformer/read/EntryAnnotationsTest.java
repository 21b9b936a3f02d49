package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class EntryAnnotationsTest {
    @TempDir
    private Path classes;

    @Test
    void anAnnotationThatCarriesOneThatMakesEntriesMakesOne() throws IOException {
        assertThat(makesEntry("LMiddle;", Markers.ENTRY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L", "L;", "LMark", "(", "[LMark;"})
    void whatIsNoClassOnADamagedAnnotationIsPassedOver(String type) throws IOException {
        assertThat(makesEntry(type, Markers.ASYNC)).isFalse();
    }

    /** Whether an annotation does that carries another one, which carries a third. */
    private boolean makesEntry(String second, String third) throws IOException {
        annotation("Outer", second);
        annotation("Middle", third);
        try (ClassPath classPath = ClassPath.of(List.of(classes))) {
            return new EntryAnnotations(classPath).makeEntry("LOuter;");
        }
    }

    private void annotation(String name, String carried) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", new String[] {"java/lang/annotation/Annotation"});
        writer.visitAnnotation(carried, true).visitEnd();
        writer.visitEnd();
        Files.write(classes.resolve(name + ".class"), writer.toByteArray());
    }
}
