package org.asyncjava.compiler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that the rules are not asked about, and those that they have to be, however little in them tells of it. */
class AsyncUseTest {
    private static final String PROJECT = """
            import java.util.concurrent.*;
            import java.util.function.*;
            import org.asyncjava.*;
            import org.asyncjava.runtime.*;

            class Others {
                @Async Coroutine<String> cold() { return Coroutines.completed(""); }
                @Async CompletionStage<String> hot() { return null; }
                Coroutine<String> unmarked() { return cold(); }
                Resource opened() { return null; }
                @AsyncEntry void entry() { }
                CompletionStage<String> plain() { return null; }
            }

            interface Resource extends AsyncCloseable { }

            class Looked {
                Others others;
                Resource resource;
                %s
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {
        "void none() { }",
        "int calls(String text) { return text.strip().length() + Integer.parseInt(text); }",
        "Object creates() { return new java.util.ArrayList<>(java.util.List.of(new int[3].clone())); }",
        "@Override @Deprecated public String toString() { return super.toString(); }",
        "Supplier<String> lambda() { return () -> String.valueOf(1); }",
        "Object anonymous() { return new Object() { @Override public int hashCode() { return System.identityHashCode(this); } }; }",
        "String tries() throws Exception { try (var in = new java.io.StringReader(\"\")) { return \"\" + in.read(); } }",
        "String waits() throws Exception { return others.plain().toCompletableFuture().get(); }"
    })
    void aClassWithoutItIsPassedOver(String member) throws IOException {
        assertThat(isIn(member)).isFalse();
    }

    static Stream<Arguments> members() {
        return Stream.of(
                arguments("an await", "void m() { Await.await(others.plain()); }"),
                arguments("an await in a lambda", "Runnable m() { return () -> Await.await(others.plain()); }"),
                arguments("a reference to await", "Function<CompletionStage<String>, String> m() { return Await::await; }"),
                arguments("an await where a field begins", "String m = Await.await(others.plain());"),
                arguments("an async method", "@Async CompletionStage<String> m() { return null; }"),
                arguments("a generator", "@Generator java.util.stream.Stream<String> m() { return null; }"),
                arguments("an entry point", "@AsyncEntry void m() { }"),
                arguments("a call of an async method", "void m() { others.hot(); }"),
                arguments("a call of a method whose result is cold", "void m() { others.unmarked(); }"),
                arguments("a call of an entry point", "void m() { others.entry(); }"),
                arguments("a reference to an async method", "Runnable m() { return others::hot; }"),
                arguments("a call in a nested class", "static class Inner { Inner(Others others) { others.hot(); } }"),
                arguments("a call in an anonymous class", "Object m = new Object() { { others.hot(); } };"),
                arguments("a call of the runtime", "Object m() { return Coroutines.completed(1); }"),
                arguments("a resource that a call makes", "void m() { others.opened(); }"),
                arguments("a resource that is made", "Object m() { return new Resource() { public Coroutine<Void> close() { return null; } }; }"),
                arguments("a resource in a try", "void m() throws Exception { try (resource) { } }"),
                arguments("a resource that is closed", "void m() throws Exception { resource.close(); }"),
                arguments("an annotated method with an async result", "@Deprecated CompletionStage<String> m() { return null; }"),
                arguments("what javac does not know", "void m() { missing(); }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("members")
    void aClassWithSomeIsLookedAt(String name, String member) throws IOException {
        assertThat(isIn(member)).isTrue();
    }

    private static boolean isIn(String member) throws IOException {
        JavaFileObject source = source(PROJECT.formatted(member));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, nothing -> { }, List.of("-proc:none"), null, List.of(source));
        CompilationUnitTree unit = task.parse().iterator().next();
        task.analyze();
        Trees trees = Trees.instance(task);
        Cursor cursor = new Cursor();
        Symbols symbols = new Symbols(trees, task.getElements(), task.getTypes());
        TreeResources resources = new TreeResources(cursor, trees, task.getElements(), task.getTypes());
        AsyncUse use = new AsyncUse(cursor, symbols, new TreeCalls(cursor, symbols, resources, task.getElements(), task.getTypes()), resources);
        return use.isIn(new TreePath(new TreePath(unit), unit.getTypeDecls().get(unit.getTypeDecls().size() - 1)));
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Looked.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
