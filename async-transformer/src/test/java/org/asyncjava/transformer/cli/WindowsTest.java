package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with the paths of Windows. */
class WindowsTest {
    @TempDir
    private Path directory;
    private final FileSystem windows = Jimfs.newFileSystem(
            Configuration.windows().toBuilder().setRoots("C:\\", "D:\\", "\\\\server\\share\\").setAttributeViews("basic", "dos").build());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copyClasses() throws IOException {
        Compilation.of(directory.resolve("sample"), "Sample", """
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                import org.asyncjava.Await;
                class Sample { @Async CompletableFuture<String> load(CompletableFuture<String> source) {
                    return CompletableFuture.completedFuture(Await.await(source)); } }
                """);
        Compilation.of(directory.resolve("runtime"), "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        copy(directory.resolve("sample"), windows.getPath("C:\\my shop\\classes"));
        copy(directory.resolve("runtime"), windows.getPath("\\\\server\\share\\runtime"));
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : new Compilation(from).classFiles().entrySet()) {
            Path copy = to.resolve(file.getKey().replace('/', '\\'));
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    private int run(String... arguments) {
        return new Main(new PrintStream(out, true), new PrintStream(err, true), new PathSyntax(windows, ";")).run(arguments);
    }

    @Test
    void drivesServersAndSpaces() {
        assertThat(run("-cp", "D:\\libs;\\\\server\\share\\runtime", "C:\\my shop\\classes")).isEqualTo(Main.OK);
        assertThat(err.toString()).isEmpty();
        assertThat(windows.getPath("C:\\my shop\\classes\\Sample$load$Async1.class")).exists();
    }

    @Test
    void whatIsReadOnlyInTheInputIsNotInTheOutput() throws IOException {
        Path input = windows.getPath("C:\\my shop\\classes\\Sample.class");
        Files.setAttribute(input, "dos:readonly", true);
        byte[] before = Files.readAllBytes(input);
        assertThat(run("-o", "D:\\out", "--dump", "D:\\dump", "-cp", "D:\\libs;\\\\server\\share\\runtime", "C:\\my shop\\classes"))
                .isEqualTo(Main.OK);
        assertThat(Files.readAllBytes(input)).isEqualTo(before);
        assertThat(windows.getPath("D:\\out\\Sample$load$Async1.class")).exists();
        assertThat((Boolean) Files.getAttribute(windows.getPath("D:\\out\\Sample.class"), "dos:readonly")).isFalse();
        assertThat(windows.getPath("D:\\dump\\Sample.txt")).exists();
    }

    @Test
    void backslashesAreEscapedInJsonAndGoneInSarif() throws IOException {
        Files.write(windows.getPath("C:\\my shop\\classes\\Broken.class"), new byte[] {1});
        assertThat(run("--json", "-cp", "\\\\server\\share\\runtime", "C:\\my shop\\classes")).isEqualTo(Main.ERRORS);
        assertThat(out.toString()).contains("{\"file\":\"C:\\\\my shop\\\\classes\\\\Broken.class\",\"message\":");
        out.reset();
        assertThat(run("--sarif", "-cp", "\\\\server\\share\\runtime", "C:\\my shop\\classes")).isEqualTo(Main.ERRORS);
        assertThat(out.toString()).contains("\"artifactLocation\":{\"uri\":\"file:///C:/my%20shop/classes/Broken.class\"}");
    }

    @Test
    void whatIsNoPathIsAnErrorInTheArguments() {
        assertThat(run("C:\\what?")).isEqualTo(Main.USAGE);
        assertThat(run("-cp", "C:\\x;C:\\what?", "C:\\my shop\\classes")).isEqualTo(Main.USAGE);
        assertThat(run("C:\\nowhere")).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("C:\\what?").contains("--classpath has an entry that is no path")
                .contains("C:\\nowhere is neither a directory nor a jar");
    }

    @Test
    void anArgumentFileHasBackslashesAsTheyAreUnlessTheyAreInQuotes() throws IOException {
        Path arguments = Files.writeString(directory.resolve("arguments.txt"),
                "-cp \"D:\\\\libs;\\\\\\\\server\\\\share\\\\runtime\"\n--output D:\\out\n\"C:\\\\my shop\\\\classes\"\n");
        assertThat(run("@" + arguments)).as(err.toString()).isEqualTo(Main.OK);
        assertThat(windows.getPath("D:\\out\\Sample$load$Async1.class")).exists();
    }

    @Test
    void aUriHasDrivesServersAndEscapes() {
        assertThat(FileUri.of(windows.getPath("C:\\a b\\50%#.class"))).isEqualTo("file:///C:/a%20b/50%25%23.class");
        assertThat(FileUri.of(windows.getPath("\\\\server\\share\\x.class"))).isEqualTo("file://server/share/x.class");
        assertThat(FileUri.of(windows.getPath("shop\\Größe.class"))).isEqualTo("shop/Gr%C3%B6%C3%9Fe.class");
        assertThat(FileUri.of(Path.of("/a b/x.class"))).isEqualTo("file:///a%20b/x.class");
    }
}
