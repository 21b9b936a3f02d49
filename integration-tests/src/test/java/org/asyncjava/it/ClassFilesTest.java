package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What the transformer writes: versions, determinism, idempotence. */
@DisplayName("HARD_CASES 13, 84: class files")
class ClassFilesTest {
    private static final int VERSION_OFFSET = 4;
    private static final int PREVIEW = 0xFFFF;
    private static final int OLDEST_WITH_NESTMATES = 55;

    static Stream<Integer> releases() {
        return IntStream.rangeClosed(8, Dialect.newest()).boxed();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void machinesAreNestmatesOfTheirClass(int release) {
        Build build = Targets.in("reflection").build(Flavour.COROUTINE, Dialect.of(release));
        int version = Math.max(release + 44, OLDEST_WITH_NESTMATES);
        List<String> changed = build.transformed().keySet().stream()
                .filter(name -> build.transformed().get(name) != build.compiled().get(name))
                .toList();
        assertThat(changed).hasSize(2).allMatch(name -> version(build.transformed().get(name)) == version);
    }

    @Test
    void aClassWithPreviewFeaturesKeepsItsMinorVersion() {
        Build build = Targets.in("reflection").build(Flavour.COROUTINE, Dialect.of(Dialect.newest()));
        byte[] preview = build.compiled().get("reflection.Described").clone();
        ByteBuffer.wrap(preview).putShort(VERSION_OFFSET, (short) PREVIEW);
        Transformed result = transform(preview);
        assertThat(result.machines()).hasSize(1);
        assertThat(version(result.classFile())).isEqualTo(PREVIEW << 16 | Dialect.newest() + 44);
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void transformingTwiceGivesTheSameBytes(Flavour flavour) {
        Build first = Targets.in("java8").build(flavour, Dialect.of(17, "-g"));
        Build second = Targets.in("java8").build(flavour, Dialect.of(17, "-g"));
        assertThat(second.transformed().keySet()).containsExactlyElementsOf(first.transformed().keySet());
        first.transformed().forEach((name, bytes) -> assertThat(second.transformed().get(name)).as(name).isEqualTo(bytes));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aTransformedClassComesBackAsTheSameArray(Flavour flavour) {
        Build build = Targets.in("java8").build(flavour, Dialect.of(17, "-g"));
        List<String> changed = new ArrayList<>();
        build.transformed().forEach((name, bytes) -> {
            if (ConstantPoolScan.of(bytes).mentionsMark() && transform(bytes).classFile() != bytes) {
                changed.add(name);
            }
        });
        assertThat(changed).isEmpty();
    }

    @Test
    void aClassWithoutAsyncCodeComesBackAsTheSameArray() {
        Build build = Build.of(Map.of("Plain.java", "public class Plain { int twice(int n) { return n * 2; } }"), Dialect.of(17));
        assertThat(build.transformed().get("Plain")).isSameAs(build.compiled().get("Plain"));
    }

    @Test
    void aModuleDescriptorComesBackAsTheSameArray() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        writer.visitModule("program", 0, null).visitRequire("java.base", Opcodes.ACC_MANDATED, null);
        byte[] descriptor = writer.toByteArray();
        assertThat(transform(descriptor).classFile()).isSameAs(descriptor);
    }

    private static Transformed transform(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            return new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(classFile);
        }
    }

    private static int version(byte[] classFile) {
        return ByteBuffer.wrap(classFile).getInt(VERSION_OFFSET);
    }
}
