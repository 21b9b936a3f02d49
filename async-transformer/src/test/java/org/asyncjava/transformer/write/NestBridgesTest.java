package org.asyncjava.transformer.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectStreamClass;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

@DisplayName("HARD_CASES 55, 87: machines of a nested class whose host is not written")
class NestBridgesTest {
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.io.Serializable;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            class Host {
                static class Member implements Serializable {
                    long number;
                    protected String text(int any) { return ""; }
                    @Async CompletableFuture<Long> add(long first, String second, CompletableFuture<Long> third) {
                        return CompletableFuture.completedFuture(first + second.length() + await(third) + number);
                    }
                    @Async static CompletableFuture<Void> nothing(CompletableFuture<Void> source) { return await(source) == null ? null : null; }
                }
                interface Contract {
                    @Async default CompletableFuture<String> word(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                record Pair(int left) implements Serializable {
                    @Async CompletableFuture<String> word(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                enum Kind {
                    ONLY {
                        @Async CompletableFuture<String> word(CompletableFuture<String> source) {
                            return CompletableFuture.completedFuture(await(source));
                        }
                    }
                }
                @Async CompletableFuture<String> own(CompletableFuture<String> source) {
                    return CompletableFuture.completedFuture(await(source));
                }
            }
            """;

    @TempDir
    private Path directory;

    private Map<String, ClassNode> transformed(String name) {
        Compilation compiled = Compilation.of(directory.resolve("classes"), "Host", SOURCE);
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes"), Compilation.ANNOTATIONS))) {
            Transformed result = new AsyncTransformer(classPath, TransformerOptions.defaults(), MachineNest.APART).transform(compiled.classFile(name));
            Map<String, ClassNode> nodes = new HashMap<>();
            nodes.put(name, node(result.classFile()));
            result.machines().forEach((machine, bytes) -> nodes.put(machine, node(bytes)));
            return nodes;
        }
    }

    private static ClassNode node(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        return node;
    }

    private static MethodNode bridge(ClassNode owner, String name) {
        return owner.methods.stream().filter(method -> method.name.equals(name)).findFirst().orElseThrow();
    }

    private static List<String> callsInto(ClassNode owner, ClassNode machine) {
        return machine.methods.stream().flatMap(method -> List.of(method.instructions.toArray()).stream())
                .filter(insn -> insn instanceof MethodInsnNode call && call.owner.equals(owner.name))
                .map(insn -> ((MethodInsnNode) insn).name + ((MethodInsnNode) insn).desc).toList();
    }

    @Test
    void aMachineIsInNoNestAndCallsTheBridgeAlone() {
        Map<String, ClassNode> classes = transformed("Host$Member");
        ClassNode machine = classes.get("Host$Member$add$Async1");
        assertThat(machine.nestHostClass).isNull();
        MethodNode bridge = bridge(classes.get("Host$Member"), "add$resume");
        assertThat(bridge.access).isEqualTo(Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC);
        MethodNode body = classes.get("Host$Member").methods.stream()
                .filter(method -> method.name.equals("add") && (method.access & Opcodes.ACC_PRIVATE) != 0).findFirst().orElseThrow();
        assertThat(bridge.desc).as("the object, then what the body takes").isEqualTo("(LHost$Member;" + body.desc.substring(1));
        assertThat(callsInto(classes.get("Host$Member"), machine)).containsExactly("add$resume" + bridge.desc);
        assertThat(callsInto(classes.get("Host$Member"), classes.get("Host$Member$nothing$Async2"))).singleElement().asString()
                .startsWith("nothing$resume(").doesNotContain("LHost$Member;");
    }

    @Test
    void theBridgeOfAnInterfaceIsPublicForItCannotBeSeenOtherwise() {
        Map<String, ClassNode> classes = transformed("Host$Contract");
        assertThat(bridge(classes.get("Host$Contract"), "word$resume").access)
                .isEqualTo(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC);
        assertThat(classes.get("Host$Contract").fields).isEmpty();
    }

    @Test
    void theHostKeepsItsOwnMachinesInItsNestAndListsNoOthers() {
        Map<String, ClassNode> classes = transformed("Host");
        assertThat(classes.get("Host").nestMembers).contains("Host$own$Async1").noneMatch(member -> member.contains("$Member$"));
        assertThat(classes.get("Host$own$Async1").nestHostClass).isEqualTo("Host");
        assertThat(classes.get("Host").methods).noneMatch(method -> method.name.endsWith("$resume"));
    }

    @Test
    void theSerialVersionIsTheOneThatTheClassHadWithoutTheBridge() throws ClassNotFoundException {
        ClassNode member = transformed("Host$Member").get("Host$Member");
        Class<?> original = new ClassLoader() {
            @Override
            protected Class<?> findClass(String name) {
                byte[] bytes = new Compilation(directory.resolve("classes")).classFile(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }.loadClass("Host$Member");
        assertThat(member.fields).filteredOn(field -> field.name.equals("serialVersionUID")).singleElement()
                .extracting(field -> field.value).isEqualTo(ObjectStreamClass.lookup(original).getSerialVersionUID());
    }

    @Test
    void recordsAndConstantsOfEnumsHaveNoSerialVersion() {
        assertThat(transformed("Host$Kind$1").get("Host$Kind$1").fields).isEmpty();
        assertThat(transformed("Host$Pair").get("Host$Pair").fields).extracting(field -> field.name).containsExactly("left");
    }

    @Test
    void aHostThatABuildHasWrittenKeepsTheMachinesOfItsMembers() {
        Compilation compiled = Compilation.of(directory.resolve("classes"), "Outer", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                interface Outer {
                    @Async CompletableFuture<String> word(CompletableFuture<String> source);
                    class Inner {
                        @Async static CompletableFuture<String> word(CompletableFuture<String> source) {
                            return CompletableFuture.completedFuture(await(source));
                        }
                    }
                }
                """);
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes"), Compilation.ANNOTATIONS))) {
            byte[] built = new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(compiled.classFile("Outer")).classFile();
            assertThat(node(built).nestMembers).contains("Outer$Inner$word$Async1");
            byte[] loaded = new AsyncTransformer(classPath, TransformerOptions.defaults(), MachineNest.APART).transform(built).classFile();
            assertThat(node(loaded).nestMembers).contains("Outer$Inner$word$Async1");
        }
    }
}
