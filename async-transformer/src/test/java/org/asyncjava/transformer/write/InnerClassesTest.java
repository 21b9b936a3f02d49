package org.asyncjava.transformer.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

@DisplayName("machines beside the synthetic classes that javac nests")
class InnerClassesTest {
    private static final String IMPORTS = """
            import static org.asyncjava.Await.await;
            import java.util.*;
            import java.util.concurrent.*;
            import org.asyncjava.Async;
            """;
    /** Besides the machines, classes that the source mentions in descriptors alone, and the code that is written in frames as well. */
    private static final String HOST = IMPORTS + """
            class Host {
                static class Member {
                    static class Deep {
                        @Async CompletableFuture<String> deep(Map.Entry<String, CompletableFuture<String>> entry) {
                            return CompletableFuture.completedFuture(await(entry.getValue()) + entry);
                        }
                    }
                    @Async CompletableFuture<String> word(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                interface Contract {
                    @Async default CompletableFuture<String> word(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                record Pair(Map.Entry<String, String> left) {
                    @Async CompletableFuture<String> word(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source) + left);
                    }
                }
                @Async CompletableFuture<String> own(CompletableFuture<String> source, AbstractMap.SimpleEntry<String, String> unused) {
                    for (int i = 0; i < 2; i++) {
                        await(source);
                    }
                    return CompletableFuture.completedFuture(unused.getKey());
                }
                @Async Declared<String> subclass(CompletableFuture<String> source) {
                    return new Declared<>(await(source));
                }
                int day(TimeUnit unit) {
                    return switch (unit) { case DAYS -> 1; default -> 0; };
                }
                public static class Declared<T> extends CompletableFuture<T> {
                    public Declared() { }
                    Declared(T value) { complete(value); }
                }
            }
            """;

    @TempDir
    private Path directory;

    private Compilation compiled(String source, String... options) {
        return Compilation.of(directory.resolve("classes"), "Host", source, options);
    }

    /** Writes all classes of the directory anew, as they would be by themselves, one after the other. */
    private Map<String, ClassNode> transformed(MachineNest nest) throws IOException {
        Compilation classes = new Compilation(directory.resolve("classes"));
        try (ClassPath classPath = ClassPath.of(List.of(classes.directory(), Compilation.ANNOTATIONS))) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults().withVerify(true), nest);
            for (Map.Entry<String, byte[]> file : classes.classFiles().entrySet()) {
                Transformed result = transformer.transform(file.getValue());
                Files.write(classes.directory().resolve(file.getKey()), result.classFile());
                for (Map.Entry<String, byte[]> machine : result.machines().entrySet()) {
                    Files.write(classes.directory().resolve(machine.getKey() + ".class"), machine.getValue());
                }
            }
        }
        return nodes(classes);
    }

    private static Map<String, ClassNode> nodes(Compilation classes) {
        Map<String, ClassNode> nodes = new TreeMap<>();
        classes.classFiles().forEach((file, bytes) -> {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, 0);
            nodes.put(node.name, node);
        });
        return nodes;
    }

    private static InnerClassNode entry(ClassNode node, String name) {
        List<InnerClassNode> found = node.innerClasses.stream().filter(inner -> inner.name.equals(name)).toList();
        assertThat(found).as(name + " in " + node.name).hasSize(1);
        return found.get(0);
    }

    private static Set<String> constants(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Set<String> names = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            if (reader.getItem(i) > 0 && reader.readByte(reader.getItem(i) - 1) == 7) {
                names.add(reader.readUTF8(reader.getItem(i), new char[reader.getMaxStringLength()]));
            }
        }
        return names;
    }

    @Test
    void aMachineSaysOfItselfWhatASyntheticClassOfJavacSays() throws IOException {
        compiled(HOST);
        Map<String, ClassNode> classes = transformed(MachineNest.SHARED);
        ClassNode ofSwitch = classes.get("Host$1");
        ClassNode machine = classes.get("Host$own$Async1");
        assertThat(List.of(machine.outerClass, machine.nestHostClass)).isEqualTo(List.of(ofSwitch.outerClass, ofSwitch.nestHostClass));
        assertThat(machine.outerMethod).isEqualTo(ofSwitch.outerMethod).isNull();
        for (ClassNode node : List.of(machine, classes.get("Host"))) {
            InnerClassNode entry = entry(node, machine.name);
            assertThat(entry.outerName).isNull();
            assertThat(entry.innerName).isNull();
            assertThat(entry.access & ~Opcodes.ACC_FINAL).isEqualTo(entry(ofSwitch, "Host$1").access);
        }
    }

    @ParameterizedTest
    @EnumSource(MachineNest.class)
    void everyInnerClassInAConstantPoolHasItsEntryAndNoOther(MachineNest nest) throws IOException {
        compiled(HOST);
        Map<String, ClassNode> classes = transformed(nest);
        new Compilation(directory.resolve("classes")).classFiles().forEach((file, bytes) -> {
            ClassNode node = classes.get(file.replace(".class", ""));
            Set<String> mentioned = constants(bytes).stream()
                    .filter(name -> name.contains("$") && !name.startsWith("[")).collect(Collectors.toSet());
            assertThat(node.innerClasses).as(file).extracting(inner -> inner.name).doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(mentioned);
        });
        InnerClassNode inFrames = entry(classes.get("Host"), "java/util/AbstractMap$SimpleEntry");
        assertThat(List.of(inFrames.outerName, inFrames.innerName)).containsExactly("java/util/AbstractMap", "SimpleEntry");
    }

    @Test
    void theMachineOfANestedClassIsEnclosedByThatClassAndListedByTheHostAsWell() throws IOException {
        compiled(HOST);
        Map<String, ClassNode> classes = transformed(MachineNest.SHARED);
        for (String owner : List.of("Host$Member", "Host$Member$Deep", "Host$Contract", "Host$Pair")) {
            String machine = owner + (owner.endsWith("Deep") ? "$deep" : "$word") + "$Async1";
            assertThat(classes.get(machine).outerClass).isEqualTo(owner);
            assertThat(classes.get(machine).nestHostClass).isEqualTo("Host");
            List.of(owner, "Host", machine).forEach(name -> entry(classes.get(name), machine));
            assertThat(classes.get("Host").nestMembers).containsOnlyOnce(machine);
        }
    }

    @Test
    void aClassOfJava8GetsTheSame() throws IOException {
        compiled(HOST.replace("record Pair(Map.Entry<String, String> left) {", "static class Pair { String left;")
                .replace("return switch (unit) { case DAYS -> 1; default -> 0; };", "switch (unit) { case DAYS: return 1; default: return 0; }"),
                "--release", "8");
        Map<String, ClassNode> classes = transformed(MachineNest.SHARED);
        ClassNode machine = classes.get("Host$Member$word$Async1");
        assertThat(machine.outerClass).isEqualTo("Host$Member");
        assertThat(machine.nestHostClass).isEqualTo("Host$Member");
        entry(machine, machine.name);
        entry(classes.get("Host$Member"), machine.name);
        assertThat(classes.get("Host").innerClasses).extracting(inner -> inner.name).doesNotContain(machine.name);
    }

    @Test
    void transformingAgainChangesNothing() throws IOException {
        compiled(HOST);
        transformed(MachineNest.SHARED);
        Map<String, byte[]> once = new Compilation(directory.resolve("classes")).classFiles();
        transformed(MachineNest.SHARED);
        assertThat(new Compilation(directory.resolve("classes")).classFiles()).containsExactlyEntriesOf(once);
    }

    @Test
    void theOrderInWhichClassesAreTransformedDoesNotMatter() throws IOException {
        compiled(HOST);
        transformed(MachineNest.SHARED);
        Map<String, byte[]> once = new Compilation(directory.resolve("classes")).classFiles();
        compiled(HOST);
        Files.write(directory.resolve("classes/Host$Member.class"), once.get("Host$Member.class"));
        transformed(MachineNest.SHARED);
        assertThat(new Compilation(directory.resolve("classes")).classFiles()).containsExactlyEntriesOf(once);
    }

    /** As compilers do that write no class file that is as it was: the host is the one of before. */
    @ParameterizedTest
    @EnumSource
    void aHostThatWasNotCompiledAgainListsTheMachinesOfToday(HostKind kind) throws IOException {
        compiled(kind.source("first", "second"));
        transformed(MachineNest.SHARED);
        byte[] host = new Compilation(directory.resolve("classes")).classFile("Host");
        Files.delete(directory.resolve("classes/Host$Member$second$Async2.class"));
        compiled(kind.source("first", "other"));
        Files.write(directory.resolve("classes/Host.class"), host);
        ClassNode today = transformed(MachineNest.SHARED).get("Host");
        String first = "Host$Member$first$Async1";
        String other = "Host$Member$other$Async2";
        assertThat(today.nestMembers).contains(first, other).doesNotContain("Host$Member$second$Async2").hasSize(kind.ownMachines() + 3);
        assertThat(today.innerClasses).extracting(inner -> inner.name).contains(first, other).doesNotContain("Host$Member$second$Async2");
    }

    private enum HostKind {
        WITH_ASYNC("@Async CompletableFuture<String> own(CompletableFuture<String> f) { return CompletableFuture.completedFuture(await(f)); }"),
        WITHOUT_ASYNC("int own() { return 1; }");

        private final String member;

        HostKind(String member) {
            this.member = member;
        }

        String source(String... methods) {
            StringBuilder source = new StringBuilder(IMPORTS + "class Host { " + member + " static class Member {");
            for (String method : methods) {
                source.append("@Async CompletableFuture<String> ").append(method)
                        .append("(CompletableFuture<String> f) { return CompletableFuture.completedFuture(await(f)); }");
            }
            return source.append("} }").toString();
        }

        int ownMachines() {
            return this == WITH_ASYNC ? 1 : 0;
        }
    }
}
