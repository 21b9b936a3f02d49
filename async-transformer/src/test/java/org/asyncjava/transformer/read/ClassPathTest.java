package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassPathTest {
    @TempDir
    Path directory;

    @Test
    void classesOfDirectoriesJarsAndTheJdkAreFoundWithoutBeingLoaded() throws IOException {
        Path classes = directory.resolve("classes");
        Compilation.of(classes, "InDirectory", "package demo; class InDirectory { static { if (true) throw new Error(); } }");
        Path jar = jar(Map.of("demo/InJar.class", named("demo/InJar", "java/lang/Object")));
        try (ClassPath classPath = ClassPath.of(List.of(classes, jar))) {
            assertThat(classPath.outline("demo/InDirectory")).get().extracting(ClassOutline::name).isEqualTo("demo/InDirectory");
            assertThat(classPath.outline("demo/InJar")).isPresent();
            assertThat(classPath.outline("java/util/concurrent/CompletableFuture")).get()
                    .extracting(ClassOutline::interfaces).asList().contains("java/util/concurrent/CompletionStage");
            assertThat(classPath.outline("java/sql/Connection")).isPresent();
            assertThat(classPath.outline("demo/Nowhere")).isEmpty();
            assertThat(classPath.outline("NoPackage")).isEmpty();
            assertThat(classPath.classFile("java/lang/NoSuchClass")).isEmpty();
        }
    }

    @Test
    void noFileHasANameThatFilesCannotHave() {
        try (ClassPath classPath = ClassPath.of(List.of(directory))) {
            assertThat(classPath.classFile("demo/\0Sample")).isEmpty();
            assertThat(classPath.outline("\0")).isEmpty();
        }
    }

    @Test
    void theFirstOfTwoEntriesWins() throws IOException {
        Path jar = jar(Map.of("demo/Sample.class", named("demo/Sample", "demo/FromJar")));
        Path classes = directory.resolve("classes");
        Compilation.of(classes, "Sample", "package demo; class Sample { }");
        try (ClassPath classPath = ClassPath.of(List.of(classes, jar))) {
            assertThat(classPath.outline("demo/Sample")).get().extracting(ClassOutline::superName).isEqualTo("java/lang/Object");
        }
        try (ClassPath classPath = ClassPath.of(List.of(jar, classes))) {
            assertThat(classPath.outline("demo/Sample")).get().extracting(ClassOutline::superName).isEqualTo("demo/FromJar");
        }
    }

    @Test
    void aMultiReleaseJarShowsWhatTheRunningJdkWouldSee() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes());
        entries.put("demo/Sample.class", named("demo/Sample", "demo/Old"));
        entries.put("META-INF/versions/11/demo/Sample.class", named("demo/Sample", "demo/Newer"));
        try (ClassPath classPath = ClassPath.of(List.of(jar(entries)))) {
            assertThat(classPath.outline("demo/Sample")).get().extracting(ClassOutline::superName).isEqualTo("demo/Newer");
        }
    }

    @Test
    void entriesThatDoNotExistArePassedOver() {
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("missing"), directory.resolve("missing.jar")))) {
            assertThat(classPath.outline("demo/Sample")).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.jar"), "no jar");
        assertThatThrownBy(() -> ClassPath.of(List.of(file)))
                .isInstanceOf(TransformationException.class)
                .hasMessageContaining("notes.jar cannot be read as a jar");
    }

    @Test
    void filesOfOtherKindsArePassedOver() throws IOException {
        Path file = Files.writeString(directory.resolve("native.so"), "no jar");
        try (ClassPath classPath = ClassPath.of(List.of(file))) {
            assertThat(classPath.outline("demo/Sample")).isEmpty();
        }
    }

    @Test
    void aDamagedClassFileIsNamed() throws IOException {
        Files.createDirectories(directory.resolve("demo"));
        Files.writeString(directory.resolve("demo/Broken.class"), "damage");
        try (ClassPath classPath = ClassPath.of(List.of(directory))) {
            assertThatThrownBy(() -> classPath.outline("demo/Broken"))
                    .isInstanceOf(TransformationException.class)
                    .hasMessageContaining("demo.Broken on the class path is damaged");
        }
    }

    @Test
    void namesAreReadFromAClassFileThatIsNewerThanCanBeTransformed() throws IOException {
        byte[] future = named("demo/Future", "java/lang/Object");
        future[7] = 120;
        try (ClassPath classPath = ClassPath.of(List.of(jar(Map.of("demo/Future.class", future))))) {
            assertThat(classPath.outline("demo/Future")).isPresent();
        }
    }

    @Test
    void anOutlineTellsTheSurroundings() {
        Path classes = directory.resolve("classes");
        Compilation.of(classes, "Outer", """
                class Outer {
                    static class Member { }
                    Object method(int number) { return new Object() { }; }
                    Object field = new Object() { };
                    @org.asyncjava.Async java.util.concurrent.CompletableFuture<String> load() { return null; }
                }
                """);
        try (ClassPath classPath = ClassPath.of(List.of(classes))) {
            ClassOutline outer = classPath.outline("Outer").orElseThrow();
            assertThat(outer.asyncMethods()).containsExactly("load()Ljava/util/concurrent/CompletableFuture;");
            assertThat(List.of("Outer$1", "Outer$2").stream()
                    .map(name -> classPath.outline(name).orElseThrow().surroundings().enclosingMethod().orElse("an initialiser")))
                    .containsExactlyInAnyOrder("method(I)Ljava/lang/Object;", "an initialiser");
        }
    }

    private Path jar(Map<String, byte[]> entries) throws IOException {
        Path jar = Files.createTempFile(directory, "library", ".jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static byte[] named(String name, String superName) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superName, null);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
