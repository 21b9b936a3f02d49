package org.asyncjava.transformer.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.TransformationException;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Loops over {@code each(source)} that compilers do not write are refused rather than left open. */
class EachLoopsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {
            "Iterator<String> it = each(source).iterator(); it.next();", // never asked whether there is one
            "Iterator<String> it = each(source).iterator(); while (it.hasNext()) { it.next(); it.remove(); }",
            "Iterator<String> it = each(source).iterator(); boolean has = it.hasNext(); while (has) { it.next(); has = it.hasNext(); }",
            "Iterator<String> it = each(source).iterator(); while (it.hasNext()) { Iterator<String> same = it; same.next(); }",
    })
    void anIteratorThatIsUsedForSomethingElseIsRefused(String code) {
        assertThatThrownBy(() -> normal(method(code))).isInstanceOf(TransformationException.class).hasMessageContaining("cannot be told where it ends");
    }

    @Test
    void aLoopOfTheLanguageIsNot() {
        assertThat(calls("for (String each : each(source)) { System.out.println(each); }")).contains("advance", "current", "closeAsync")
                .doesNotContain("hasNext", "next");
    }

    /** By bytecode that is the same. */
    @Test
    void norIsOneThatIsWrittenAsCompilersDo() {
        assertThat(calls("{ Iterator<String> it = each(source).iterator(); while (it.hasNext()) { System.out.println(it.next()); } }"))
                .contains("advance", "current", "closeAsync").doesNotContain("hasNext", "next");
    }

    /** The marker is left, and says at run time that nothing has transformed it. */
    @Test
    void whatIsNoLoopStaysAsItIs() {
        assertThat(calls("Iterable<String> all = each(source); all.hashCode();")).contains("each").doesNotContain("advance");
    }

    /** Wherever it stood: that is refused, or nobody needed it. */
    @Test
    void aFrameThatADamagedClassFileHasLostIsMissedInWords() {
        String code = """
                outer:
                for (String a : each(source)) {
                    for (String b : each(source)) {
                        do {
                            if (b.isEmpty()) { break outer; }
                            if (b.length() > 1 && a.length() > 2) { continue outer; }
                            switch (b) { case "x": break outer; case "y": continue outer; default: break; }
                        } while (a.equals(b));
                    }
                }""";
        int refused = 0;
        for (int frame = 0; frame < frames(method(code)).size(); frame++) {
            MethodNode damaged = method(code);
            damaged.instructions.remove(frames(damaged).get(frame));
            try {
                normal(damaged);
            } catch (TransformationException refusal) {
                assertThat(refusal).hasMessageContaining("no stack map frame: the class file is damaged, compile it again");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static List<FrameNode> frames(MethodNode method) {
        return Stream.of(method.instructions.toArray()).filter(FrameNode.class::isInstance).map(FrameNode.class::cast).toList();
    }

    private List<String> calls(String code) {
        return Stream.of(normal(method(code)).instructions.toArray()).filter(MethodInsnNode.class::isInstance).map(call -> ((MethodInsnNode) call).name).toList();
    }

    private MethodNode method(String code) {
        String source = """
                import static org.asyncjava.runtime.Each.each;
                import java.util.Iterator;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.AsyncIterable;
                import org.asyncjava.runtime.Coroutine;

                class Loop {
                    @Async
                    static Coroutine<Void> run(AsyncIterable<String> source) {
                        %s
                        return Coroutine.done();
                    }
                }
                """.formatted(code);
        Compilation compilation = Compilation.of(directory.resolve("classes"), "Loop", source, "-g", "-sourcepath", "src/test/goldens/stubs");
        try (ClassPath classPath = ClassPath.of(List.of(compilation.directory(), Compilation.ANNOTATIONS))) {
            ClassNode node = ClassRead.of(compilation.classFile("Loop")).node();
            return ClassFacts.of(node, classPath).methods().get(0).method();
        }
    }

    private MethodNode normal(MethodNode method) {
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes"), Compilation.ANNOTATIONS))) {
            return NormalForm.of("Loop", classPath, method);
        }
    }
}
