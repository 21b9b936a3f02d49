package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run loads, told without a clock. It is over before anything has been compiled for long, and then a class costs as much as to transform one, and
 * a lambda, which is linked and made at run time, as much as several.
 */
class StartUpTest {
    private static final Pattern LAMBDA = Pattern.compile("(org\\.asyncjava\\.[\\w.$]+?)\\$\\$Lambda.*");
    private static final String PLAIN = """
            import java.util.function.Supplier;
            @Deprecated class Plain {
                @Deprecated Supplier<Object> member() { return () -> new Member(); }
                class Member implements AutoCloseable { public void close() { Supplier<Object> own = () -> this; } }
            }
            """;
    private static final String ASYNC = """
            import static org.asyncjava.Await.await;
            import java.util.*;
            import java.util.concurrent.*;
            import org.asyncjava.Async;
            class Shop {
                record Order(String name, List<String> items, long units) { }
                private final Map<String, Integer> prices = new HashMap<>();
                @Async CompletableFuture<Order> order(CompletableFuture<String> name, List<CompletableFuture<Long>> units, Object lock) {
                    long total = 0;
                    List<String> items = new ArrayList<>();
                    for (CompletableFuture<Long> unit : units) {
                        try {
                            total += await(unit);
                            items.add("unit " + total);
                        } catch (IllegalStateException none) {
                            synchronized (lock) { prices.merge("none", 1, Integer::sum); }
                        } finally {
                            items.add("end");
                        }
                    }
                    return CompletableFuture.completedFuture(new Order(await(name), items, total));
                }
            }
            """;

    @TempDir
    Path directory;

    private Path compile(String name, String source) {
        Path classes = directory.resolve(name);
        Compilation.of(classes, name, source);
        return classes;
    }

    /** The names of the classes that a JVM loads for a run. */
    private List<String> loaded(Path classes) throws IOException, InterruptedException {
        Path runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi { static final int OLDEST = 1; static final int VERSION = 1; }");
        Path list = directory.resolve("loaded.txt");
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + list.getFileName() + "::filecount=0", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--jobs", "2",
                "--classpath", String.join(System.getProperty("path.separator"), Compilation.ANNOTATIONS.toString(), runtime.toString()), classes.toString())
                .directory(directory.toFile()).redirectErrorStream(true).start();
        String output = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(output).isZero();
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(line -> line.substring(line.indexOf("] ") + 2).strip()).map(line -> line.replaceFirst("^(\\[[^]]*])+\\s*", ""))
                    .map(line -> line.split(" ")[0]).toList();
        }
    }

    private static Set<String> packagesOfLambdas(List<String> loaded) {
        return loaded.stream().map(LAMBDA::matcher).filter(Matcher::matches).map(lambda -> lambda.group(1))
                .map(host -> host.substring(0, host.lastIndexOf('.'))).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aClassWithoutAsyncCodeMakesNoLambda() throws IOException, InterruptedException {
        List<String> loaded = loaded(compile("Plain", PLAIN));
        assertThat(loaded).contains(Main.class.getName(), "org.asyncjava.transformer.read.ConstantPoolScan");
        assertThat(packagesOfLambdas(loaded)).as("what a run does once, and nothing that it does with each class")
                .isSubsetOf("org.asyncjava.transformer.cli", "org.asyncjava.transformer.files");
        assertThat(loaded).as("the parser").doesNotContain("org.objectweb.asm.tree.ClassNode");
    }

    @Test
    void anAsyncClassMakesNoLambda() throws IOException, InterruptedException {
        List<String> loaded = loaded(compile("Shop", ASYNC));
        assertThat(loaded).contains("org.asyncjava.transformer.emit.MachineEmitter");
        assertThat(packagesOfLambdas(loaded)).as("what a run does once, and nothing that it does with each class")
                .isSubsetOf("org.asyncjava.transformer.cli", "org.asyncjava.transformer.files");
        assertThat(loaded).as("what the methods of records link").noneMatch(name -> name.startsWith("java.lang.runtime.ObjectMethods"));
    }
}
