package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Directories of classes that were transformed and damaged then: what is wrong is said, and no run ends with an exception. */
class DamagedDirectoriesTest {
    private static final int DIRECTORIES = 150;
    private static final int CHANGES = 3;

    @TempDir
    Path directory;

    private Map<String, byte[]> transformed() {
        Project project = new Project(directory.resolve("sound"));
        project.compile("Shop", "class Shop { @Async CompletableFuture<String> load(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(await(source)); }"
                + " static class Inner { @Async CompletionStage<String> load(CompletableFuture<String> s) { return CompletableFuture.completedFuture(await(s)); } } }");
        Map<String, byte[]> plain = project.bytes();
        project.transform();
        Map<String, byte[]> all = new TreeMap<>(project.bytes());
        plain.forEach((name, bytes) -> all.put("plain/" + name, bytes));
        return all;
    }

    @Test
    void bytesThatAreOthers() throws IOException {
        Map<String, byte[]> sound = transformed();
        for (int seed = 0; seed < DIRECTORIES; seed++) {
            Random random = new Random(seed);
            Project project = new Project(directory.resolve("damaged" + seed));
            for (Map.Entry<String, byte[]> file : sound.entrySet()) {
                byte[] bytes = file.getValue().clone();
                for (int i = random.nextInt(CHANGES); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                Path target = project.file(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, bytes);
            }
            Report report = project.transform();
            assertThat(report.errors()).as("seed %s", seed).noneMatch(error -> error.contains("defect"));
        }
    }

    @Test
    void aParameterWhoseTypeNoFileCanHold() throws IOException {
        Project project = new Project(directory.resolve("odd"));
        project.compile("Shop", "class Shop { @Async static CompletableFuture<String> load(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(await(source)); } }");
        project.transform();
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(project.bytes().get("Shop.class")).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return super.visitMethod(access, name, descriptor.replace("(LShop$load$Async1;", "(LShop\0$load$Async1;"), signature, exceptions);
            }
        }, 0);
        Files.write(project.file("Shop.class"), writer.toByteArray());
        assertThat(project.transform().errors()).isEmpty();
        assertThat(project.files()).containsExactly("Shop.class");
    }
}
