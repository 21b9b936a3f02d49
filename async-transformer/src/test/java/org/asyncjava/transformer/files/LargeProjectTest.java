package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.cli.Main;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** What keeps a run over a large project cheap, told without a clock. */
class LargeProjectTest {
    private static final String ASYNC = """
            import java.util.ArrayList;
            import java.util.List;
            class Shop {
                record Item(String name, int units) { }
                interface Stock { CompletableFuture<Integer> units(String article); }
                @Async CompletableFuture<List<Item>> order(Stock stock, List<String> articles) {
                    List<Item> items = new ArrayList<>();
                    for (String article : articles) {
                        try {
                            items.add(new Item(article, await(stock.units(article))));
                        } catch (IllegalStateException none) {
                            items.add(new Item(article, 0));
                        }
                    }
                    return CompletableFuture.completedFuture(items);
                }
            }
            """;
    private static final String PLAIN = """
            class Plain {
                class Member { Runnable run() { return () -> System.out.println(Plain.this.toString() + this); } }
            }
            """;

    @TempDir
    Path directory;
    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(directory);
    }

    @Test
    void forClassesWithoutAsyncCodeNoneOfTheParserIsLoaded() throws Exception {
        byte[] plain = project.compile("Plain", PLAIN).classFile("Plain$Member");
        try (Recording loader = new Recording()) {
            Class<?> options = loader.loadClass(TransformerOptions.class.getName());
            Class<?> classPath = loader.loadClass(ClassPath.class.getName());
            Class<?> transformer = loader.loadClass(AsyncTransformer.class.getName());
            Object made = transformer.getConstructor(classPath, options).newInstance(classPath.getMethod("of", List.class).invoke(null, List.of()),
                    options.getMethod("defaults").invoke(null));
            transformer.getMethod("transform", byte[].class).invoke(made, plain);
            assertThat(loader.loaded).contains(AsyncTransformer.class.getName()).noneMatch(name -> name.startsWith("org.objectweb.asm"));
        }
    }

    @Test
    void aClassWithoutAsyncCodeCostsAHundredBytesAtMost() {
        byte[] plain = project.compile("Plain", PLAIN).classFile("Plain$Member");
        try (ClassPath classPath = ClassPath.of(List.of())) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            assertThat(bytesOf(() -> transformer.transform(plain))).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void anAsyncClassAsksForEachClassThatItUsesOnce() throws IOException {
        byte[] shop = project.compile("Shop", ASYNC).classFile("Shop");
        AtomicInteger questions = new AtomicInteger();
        try (ClassPath classPath = ClassPath.over(new Counting(questions))) {
            assertThat(new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(shop).methods()).isEqualTo(1);
            assertThat(questions).as("asked for the two members of the nest alone").hasValueLessThanOrEqualTo(4);
        }
    }

    @Test
    void theMembersOfANestAreNotReadOnceMoreForTheirHost() {
        Compilation compiled = project.compile("Plain", PLAIN);
        AtomicInteger questions = new AtomicInteger();
        try (ClassPath classPath = ClassPath.over(new Counting(questions))) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            transformer.transform(compiled.classFile("Plain$Member"), "Plain$Member");
            transformer.transform(compiled.classFile("Plain"), "Plain");
            assertThat(questions).hasValue(0);
            new AsyncTransformer(ClassPath.over(new Counting(questions)), TransformerOptions.defaults()).transform(compiled.classFile("Plain"), "Plain");
            assertThat(questions).as("asked for the member where that has not been seen").hasValue(1);
        }
    }

    @Test
    void fiveThousandAsyncClassesFitInASmallHeap() throws Exception {
        byte[] shop = project.compile("Shop", ASYNC).classFile("Shop");
        for (String name : project.files()) {
            Files.delete(project.file(name));
        }
        for (int i = 0; i < 5_000; i++) {
            Files.write(project.file("Shop" + i + ".class"), renamed(shop, "Shop" + i));
        }
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx48m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--quiet", "--jobs", "1",
                "--classpath", Compilation.ANNOTATIONS + File.pathSeparator + project.runtime, project.classes.toString())
                .redirectErrorStream(true).start();
        String output = new String(run.getInputStream().readAllBytes());
        assertThat(output).isEmpty();
        assertThat(run.waitFor()).isZero();
        assertThat(project.files()).hasSize(10_000).contains("Shop4999.class", "Shop4999$order$Async1.class");
    }

    /** A place without classes that counts how often it is asked. */
    private record Counting(AtomicInteger questions) implements ClassPathEntry {
        @Override
        public byte[] classFile(String internalName) {
            questions.incrementAndGet();
            return null;
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    private static byte[] renamed(byte[] classFile, String name) {
        ClassWriter writer = new ClassWriter(0);
        ClassReader reader = new ClassReader(classFile);
        reader.accept(new ClassRemapper(writer, new SimpleRemapper(reader.getClassName(), name)), 0);
        return writer.toByteArray();
    }

    /** The least of many times: what is made once has been made then. */
    private static long bytesOf(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long[] taken = new long[1000];
        for (int i = 0; i < taken.length; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            taken[i] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        return Arrays.stream(taken).min().orElseThrow();
    }

    /** The class path of this JVM again, with a list of what is loaded from it. */
    private static final class Recording extends URLClassLoader {
        private final List<String> loaded = new ArrayList<>();

        Recording() {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Recording::url).toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (IOException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }
}
