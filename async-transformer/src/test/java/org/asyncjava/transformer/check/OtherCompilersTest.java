package org.asyncjava.transformer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Loops and generators as compilers of other languages write them, and as tools leave them, are refused with what to do instead. */
@DisplayName("HARD_CASES 96: loops over each and generators of other compilers")
class OtherCompilersTest {
    private static final String LOOP = "for (String each : each(source)) { if (each.isEmpty()) { break; } }";
    private static final String WITHOUT_END = "AJ009 loop over each in Loop.run that does not tell where it ends, as those of Java do: await advance() of the iterator,"
            + " and closeAsync() in a finally block; what a tool has changed, transform before";

    @TempDir
    Path directory;

    @Test
    void aLoopAsJavacWritesItIsNot() {
        assertThat(said(compiled(LOOP))).isEmpty();
    }

    /** As those of Kotlin without its call assertions, of weavers and of agents: a variable has its type as long as nothing else is stored. */
    @Test
    void aLoopWhoseFramesWereComputedAnew() {
        ClassWriter computing = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return "java/lang/Object";
            }
        };
        new ClassReader(compiled(LOOP)).accept(computing, 0);
        assertThat(said(computing.toByteArray())).containsExactly("Loop.java:12 " + WITHOUT_END);
    }

    @Test
    void anIteratorWhoseVariableDoesNotEndWithTheLoop() {
        assertThat(said(compiled("java.util.Iterator<String> it = each(source).iterator(); while (it.hasNext()) { it.next(); }")))
                .containsExactly("Loop.java:12 " + WITHOUT_END);
    }

    /** {@code each(source).iterator()}, a test for null, and the store. */
    @Test
    void aLoopOfKotlin() {
        ClassNode node = node(compiled(LOOP));
        node.sourceFile = "Loop.kt";
        testForNullBehind(node, "iterator");
        assertThat(said(bytes(node))).containsExactly("Loop.kt:12 " + WITHOUT_END);
    }

    @Test
    void whatIsNoLoopInJava() {
        assertThat(said(compiled("each(source).iterator();"))).containsExactly("Loop.java:12 AJ009 each outside of the head of a for loop in Loop.run:"
                + " write for (... : each(...)), or await advance() of the iterator and close it");
    }

    /** {@code end()}, a cast, a test for null, and the return. */
    @Test
    void aGeneratorOfKotlin() {
        ClassNode node = node(compiled(""));
        node.sourceFile = "Loop.kt";
        testForNullBehind(node, "end");
        assertThat(said(bytes(node))).containsExactly("Loop.kt:18 AJ010 return of something else than end() in the generator Loop.rows: its compiler casts or"
                + " tests what is returned, so let it return end() as it is, or write the generator in Java");
    }

    private byte[] compiled(String code) {
        String source = """
                import static org.asyncjava.Emit.emit;
                import static org.asyncjava.Emit.end;
                import static org.asyncjava.runtime.Each.each;
                import org.asyncjava.Async;
                import org.asyncjava.Generator;
                import org.asyncjava.runtime.AsyncIterable;
                import org.asyncjava.runtime.Coroutine;

                class Loop {
                    @Async
                    static Coroutine<Void> run(AsyncIterable<String> source) {
                        %s
                        return Coroutine.done();
                    }

                    @Generator
                    static Iterable<String> rows() {
                        emit("row"); return end();
                    }
                }
                """.formatted(code);
        return Compilation.of(directory.resolve("classes"), "Loop", source, "-g", "-sourcepath", "src/test/goldens/stubs").classFile("Loop");
    }

    private static ClassNode node(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        return node;
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static void testForNullBehind(ClassNode node, String name) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode insn : method.instructions.toArray()) {
                if (insn instanceof MethodInsnNode call && call.name.equals(name)) {
                    method.instructions.insert(insn, new MethodInsnNode(Opcodes.INVOKESTATIC, "kotlin/jvm/internal/Intrinsics", "checkNotNullExpressionValue",
                            "(Ljava/lang/Object;Ljava/lang/String;)V", false));
                    method.instructions.insert(insn, new LdcInsnNode(name + "(...)"));
                    method.instructions.insert(insn, new InsnNode(Opcodes.DUP));
                }
            }
        }
    }

    private List<String> said(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes"), Compilation.ANNOTATIONS))) {
            return Violations.of(ClassFacts.of(ClassRead.of(classFile).node(), classPath)).stream()
                    .map(violation -> violation.position().file() + ":" + violation.position().line() + " " + violation.rule().code() + " " + violation.message()).toList();
        }
    }
}
