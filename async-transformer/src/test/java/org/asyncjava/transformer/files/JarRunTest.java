package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("HARD_CASES 94: jars")
class JarRunTest {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    @TempDir
    private Path directory;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private Path jar;
    private List<Path> classPath;

    @BeforeEach
    void makeClassPath() {
        Path runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        classPath = List.of(Compilation.ANNOTATIONS, runtime);
        jar = directory.resolve("app.jar");
        entries.put(MANIFEST, "Manifest-Version: 1.0\nMulti-Release: true\n\n".getBytes());
    }

    private byte[] compiled(String member) {
        return Compilation.of(directory.resolve("classes"), "Sample", """
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                import org.asyncjava.Await;
                class Sample { @Async CompletableFuture<String> %s(CompletableFuture<String> source) {
                    return CompletableFuture.completedFuture(Await.await(source)); } }
                """.formatted(member)).classFile("Sample");
    }

    private Report transform() throws IOException {
        writeJar();
        return new JarRun(jar, jar, classPath, TransformerOptions.defaults().withVerify(true)).transform(Workers.caller());
    }

    private void writeJar() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(1_000_000_000_000L);
                if (entry.getKey().endsWith(".jar")) {
                    CRC32 sum = new CRC32();
                    sum.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(sum.getValue());
                }
                out.putNextEntry(header);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void everyVersionOfAMultiReleaseJarIsTransformed() throws Exception {
        entries.put("Sample.class", compiled("load"));
        entries.put("META-INF/versions/17/Sample.class", compiled("fetch"));
        entries.put("notes.txt", "kept".getBytes());
        Report report = transform();
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isEqualTo(2);
        assertThat(names()).containsExactly(MANIFEST, "Sample.class", "META-INF/versions/17/Sample.class", "notes.txt",
                "META-INF/versions/17/Sample$fetch$Async1.class", "Sample$load$Async1.class");
        URL[] urls = {jar.toUri().toURL(), Compilation.ANNOTATIONS.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            assertThat(loader.findResource("Sample.class").toString()).contains("versions/17");
            assertThat(loader.findResource("Sample$fetch$Async1.class")).isNotNull();
        }
    }

    @Test
    void transformedTwiceItIsTheSameFile() throws Exception {
        entries.put("Sample.class", compiled("load"));
        transform();
        byte[] once = Files.readAllBytes(jar);
        Report again = new JarRun(jar, jar, classPath, TransformerOptions.defaults()).transform(Workers.caller());
        assertThat(again.summary()).isEqualTo("async: nothing to transform");
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }

    @Test
    void timesAndCompressionAreThoseOfTheOriginal() throws Exception {
        entries.put("BOOT-INF/classes/Sample.class", compiled("load"));
        entries.put("BOOT-INF/lib/inner.jar", new byte[] {1, 2, 3});
        assertThat(transform().methods()).isEqualTo(1);
        try (ZipFile written = new JarFile(jar.toFile())) {
            ZipEntry machine = written.getEntry("BOOT-INF/classes/Sample$load$Async1.class");
            assertThat(machine.getTime()).isEqualTo(1_000_000_000_000L);
            assertThat(written.getEntry("BOOT-INF/lib/inner.jar").getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void aSignedJarIsRefusedWithTheReason() throws Exception {
        entries.put("Sample.class", compiled("load"));
        entries.put("META-INF/SIGNER.SF", "Signature-Version: 1.0\n".getBytes());
        Report report = transform();
        assertThat(report.errors()).singleElement().asString()
                .isEqualTo(jar + ": is as it was: it is signed (META-INF/SIGNER.SF) and its signature would no longer be right:"
                        + " transform it before it is signed, or use the agent");
        assertThat(names()).doesNotContain("Sample$load$Async1.class");
    }

    @Test
    void anErrorKeepsTheWholeJarAsItWasAndIsReportedWithItsPlaceInTheJar() throws Exception {
        entries.put("Sample.class", compiled("load"));
        byte[] good = compiled("fetch");
        entries.put("p/Truncated.class", Arrays.copyOf(good, good.length / 2));
        writeJar();
        byte[] before = Files.readAllBytes(jar);
        Report report = transform();
        assertThat(report.errors()).singleElement().asString().startsWith(jar + "!/p/Truncated.class: ");
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    @Test
    void namesThatAFileSystemForbidsOrDoesNotTellApartGoThrough() throws Exception {
        byte[] plain = Compilation.of(directory.resolve("plain"), "Plain", "class Plain { }").classFile("Plain");
        List<String> odd = List.of("../../Plain.class", "a:b?.class", "con.class", "sample.class", "SAMPLE.class", "C:\\Plain.class");
        entries.put("Sample.class", compiled("load"));
        odd.forEach(name -> entries.put(name, plain));
        assertThat(transform().errors()).isEmpty();
        assertThat(names()).containsSubsequence("Sample.class", "../../Plain.class", "a:b?.class", "con.class", "sample.class", "SAMPLE.class",
                "C:\\Plain.class", "Sample$load$Async1.class");
        try (ZipFile written = new ZipFile(jar.toFile())) {
            for (String name : odd) {
                assertThat(written.getInputStream(written.getEntry(name)).readAllBytes()).as(name).isEqualTo(plain);
            }
        }
    }

    @Test
    void commentsExtraFieldsAndAClassStoredWithoutCompressionStaySo() throws Exception {
        byte[] sample = compiled("load");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setComment("of the jar");
            ZipEntry stored = new ZipEntry("Sample.class");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(sample.length);
            stored.setCrc(sum(sample));
            stored.setComment("of the class");
            out.putNextEntry(stored);
            out.write(sample);
            ZipEntry notes = new ZipEntry("notes.txt");
            notes.setComment("of the notes");
            notes.setExtra(new byte[] {0x34, 0x12, 1, 0, 7});
            out.putNextEntry(notes);
            out.write("kept".getBytes());
        }
        Report report = new JarRun(jar, jar, classPath, TransformerOptions.defaults()).transform(Workers.caller());
        assertThat(report.errors()).isEmpty();
        try (ZipFile written = new ZipFile(jar.toFile())) {
            ZipEntry changed = written.getEntry("Sample.class");
            assertThat(written.getComment()).isEqualTo("of the jar");
            assertThat(changed.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(changed.getComment()).isEqualTo("of the class");
            assertThat(changed.getCrc()).isEqualTo(sum(written.getInputStream(changed).readAllBytes())).isNotEqualTo(sum(sample));
            assertThat(written.getEntry("notes.txt").getComment()).isEqualTo("of the notes");
            assertThat(written.getEntry("notes.txt").getExtra()).isEqualTo(new byte[] {0x34, 0x12, 1, 0, 7});
        }
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    @Test
    void aMachineThatNoClassUsesAnyMoreGoes() throws Exception { // HARD_CASES 85
        entries.put("Sample.class", compiled("load"));
        transform();
        entries.put("Sample$load$Async1.class", bytes("Sample$load$Async1.class"));
        entries.put("Sample.class", compiled("fetch"));
        assertThat(transform().errors()).isEmpty();
        assertThat(names()).containsExactly(MANIFEST, "Sample.class", "Sample$fetch$Async1.class");
    }

    private byte[] bytes(String entry) throws IOException {
        try (ZipFile written = new ZipFile(jar.toFile())) {
            return written.getInputStream(written.getEntry(entry)).readAllBytes();
        }
    }

    @Test
    void aFullDiskLeavesTheJarThatWasThereAndNothingBesideIt() throws Exception {
        entries.put("Sample.class", compiled("load"));
        byte[] random = new byte[100_000];
        new Random(1).nextBytes(random);
        entries.put("random.bin", random);
        writeJar();
        try (FileSystem small = Jimfs.newFileSystem(Configuration.windows().toBuilder().setMaxSize(50_000).build())) {
            Path target = Files.writeString(small.getPath("app.jar"), "old");
            Report report = new JarRun(jar, target, classPath, TransformerOptions.defaults()).transform(Workers.caller());
            assertThat(report.errors()).containsExactly(jar + ": is as it was: out of disk space");
            assertThat(report.methods()).isZero();
            assertThat(target).hasContent("old");
            assertThat(target.toAbsolutePath().getParent()).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    @Test
    void aFileThatIsNoJarIsReported() throws Exception {
        Files.writeString(jar, "no jar");
        Report report = new JarRun(jar, jar, classPath, TransformerOptions.defaults()).transform(Workers.caller());
        assertThat(report.errors()).singleElement().asString().startsWith(jar + ": is as it was: ");
    }

    @Test
    void checkingWritesNothing() throws Exception {
        entries.put("Sample.class", compiled("load"));
        writeJar();
        byte[] before = Files.readAllBytes(jar);
        Report report = new JarRun(jar, jar, classPath, TransformerOptions.defaults()).check(Workers.caller());
        assertThat(report.methods()).isEqualTo(1);
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }
}
