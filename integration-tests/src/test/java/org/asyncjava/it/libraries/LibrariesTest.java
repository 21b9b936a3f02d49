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
import org.asyncjava.it.harness.ProgramLoader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mozilla.javascript.Context;
import org.tukaani.xz.XZ;

/** Each library behaves the same when hundreds of its methods are async, with awaits that do not suspend, suspend now and then, or always. */
@DisplayName("HARD_CASES 96: real libraries")
class LibrariesTest {
    private static final long SEED = Long.getLong("async.libraries.seed", 20261120L);

    @TempDir
    private Path directory;

    @Test
    void json() throws Exception {
        assertSame(Gson.class, JsonDriver.class, 300);
    }

    @Test
    void compression() throws Exception {
        assertSame(XZ.class, CompressionDriver.class, 100);
    }

    @Test
    void interpreter() throws Exception {
        assertSame(Context.class, ScriptDriver.class, 1_000);
    }

    @Test
    void collections() throws Exception {
        assertSame(CollectionUtils.class, CollectionsDriver.class, 1_000);
    }

    private void assertSame(Class<?> partOfLibrary, Class<? extends Supplier<String>> driver, int leastMethods) throws Exception {
        String expected = driver.getConstructor().newInstance().get();
        AwaitInjector injector = new AwaitInjector(SEED);
        Map<String, byte[]> classes = transformed(Path.of(partOfLibrary.getProtectionDomain().getCodeSource().getLocation().toURI()), injector);
        Verification.of(classes);
        assertThat(injector.methods()).isGreaterThan(leastMethods);
        addDriver(driver, classes);
        for (int every : List.of(0, 7, 1)) {
            Injected.begin(every);
            Class<?> type = ProgramLoader.of(classes).loadClass(driver.getName());
            Object result = ((Supplier<?>) type.getConstructor().newInstance()).get();
            assertThat(result).as("seed %d, each %d-th await suspends", SEED, every).isEqualTo(expected);
            System.out.printf("%s: %d methods with %d awaits; run: %d awaits, %d suspended%n", driver.getSimpleName(), injector.methods(),
                    injector.awaits(), Injected.awaits(), Injected.suspensions());
        }
    }

    private Map<String, byte[]> transformed(Path jar, AwaitInjector injector) throws IOException {
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
