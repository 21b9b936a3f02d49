package org.asyncjava.it.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.collections4.CollectionUtils;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.it.harness.Verification;
import org.asyncjava.it.libraries.LibraryDrivers.CollectionsDriver;
import org.asyncjava.it.libraries.LibraryDrivers.CompressionDriver;
import org.asyncjava.it.libraries.LibraryDrivers.JsonDriver;
import org.asyncjava.it.libraries.LibraryDrivers.ScriptDriver;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mozilla.javascript.Context;
import org.tukaani.xz.XZ;

/**
 * Each library behaves the same when hundreds of its methods are async, and those that return arrays generators of their elements, with awaits that do
 * not suspend, suspend now and then, or always.
 */
@DisplayName("HARD_CASES 96: real libraries")
class LibrariesTest {
    private static final long SEED = Long.getLong("async.libraries.seed", 20261120L);
    private static final Map<String, byte[]> ELEMENTS = Targets.in("libraries").build(Flavour.FUTURE, Dialect.of(17)).transformed();

    /** A library, what runs it, and of how many methods it has more than. */
    private enum Library {
        JSON(Gson.class, JsonDriver.class, 300),
        COMPRESSION(XZ.class, CompressionDriver.class, 100),
        INTERPRETER(Context.class, ScriptDriver.class, 1_000),
        COLLECTIONS(CollectionUtils.class, CollectionsDriver.class, 1_000);

        private final Class<?> part;
        private final Class<? extends Supplier<String>> driver;
        private final int leastMethods;

        Library(Class<?> part, Class<? extends Supplier<String>> driver, int leastMethods) {
            this.part = part;
            this.driver = driver;
            this.leastMethods = leastMethods;
        }

        Path jar() throws Exception {
            return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        }
    }

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void behavesTheSame(Library library) throws Exception {
        Injector injector = new Injector(SEED, Form.Choice.BY_RESULT);
        assertSame(library, injector);
        assertThat(injector.generators()).isGreaterThan(library.leastMethods / 20);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void behavesTheSameWhenAnyMethodIsAGenerator(Library library) throws Exception {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            assertSame(library, new Injector(seed, Form.Choice.ANY));
        }
    }

    private void assertSame(Library library, Injector injector) throws Exception {
        String expected = library.driver.getConstructor().newInstance().get();
        Map<String, byte[]> classes = transformed(library.jar(), injector);
        classes.putAll(ELEMENTS);
        Verification.of(classes);
        assertThat(injector.methods()).isGreaterThan(library.leastMethods);
        addDriver(library.driver, classes);
        for (int every : List.of(0, 7, 1)) {
            Injected.begin(every);
            Class<?> type = ProgramLoader.of(classes).loadClass(library.driver.getName());
            Object result = ((Supplier<?>) type.getConstructor().newInstance()).get();
            assertThat(result).as("%s, each %d-th await suspends", injector, every).isEqualTo(expected);
            System.out.printf("%s: %s; run: %d awaits, %d suspended, %d emits%n", library, injector, Injected.awaits(), Injected.suspensions(),
                    Injected.emits());
        }
    }

    private Map<String, byte[]> transformed(Path jar, Injector injector) throws IOException {
        Map<String, byte[]> injected = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(LibrariesTest::isClass).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    injected.put(entry.getName(), injector.inject(in.readAllBytes()));
                }
            }
        }
        for (Map.Entry<String, byte[]> entry : injected.entrySet()) {
            Path path = directory.resolve(entry.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, entry.getValue());
        }
        return transformed(injected, jar);
    }

    private Map<String, byte[]> transformed(Map<String, byte[]> injected, Path jar) {
        List<Path> entries = new ArrayList<>(List.of(directory, jar));
        entries.addAll(Build.classPath());
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ClassPath classPath = ClassPath.of(entries)) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            for (Map.Entry<String, byte[]> entry : injected.entrySet()) {
                Transformed result = transformer.transform(entry.getValue());
                assertThat(result.violations()).isEmpty();
                classes.put(className(entry.getKey().replace(".class", "")), result.classFile());
                result.machines().forEach((name, bytes) -> classes.put(className(name), bytes));
            }
        }
        return classes;
    }

    private static boolean isClass(JarEntry entry) {
        String name = entry.getName();
        return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
    }

    private static String className(String internalName) {
        return internalName.replace('/', '.');
    }

    private static void addDriver(Class<?> driver, Map<String, byte[]> classes) throws IOException {
        List<Class<?>> parts = new ArrayList<>(List.of(driver, driver.getDeclaringClass()));
        parts.addAll(List.of(driver.getDeclaredClasses()));
        parts.addAll(List.of(driver.getDeclaringClass().getDeclaredClasses()));
        for (Class<?> part : parts) {
            try (InputStream in = part.getResourceAsStream("/" + part.getName().replace('.', '/') + ".class")) {
                classes.put(part.getName(), in.readAllBytes());
            }
        }
    }
}
