package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathSyntaxTest {
    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows().toBuilder().setRoots("C:\\", "D:\\", "\\\\server\\share\\").build());
    private final PathSyntax syntax = new PathSyntax(windows, ";");

    private List<String> split(String classPath) throws IOException {
        return syntax.classPath(classPath).stream().map(Path::toString).toList();
    }

    @Test
    void theColonOfADriveIsNoSeparatorOnWindows() throws IOException {
        assertThat(split("C:\\x;D:\\my libs\\y.jar;relative\\z;C:/with/slashes")).containsExactly("C:\\x", "D:\\my libs\\y.jar", "relative\\z",
                "C:\\with\\slashes");
    }

    @Test
    void serversAreEntriesToo() throws IOException {
        assertThat(split("\\\\server\\share\\libs;C:\\x")).containsExactly("\\\\server\\share\\libs", "C:\\x");
    }

    @Test
    void emptyEntriesAreNone() throws IOException {
        assertThat(split(";C:\\x;;")).containsExactly("C:\\x");
        assertThat(split("")).isEmpty();
    }

    @Test
    void anAsteriskStandsForTheJarsOfADirectory() throws IOException {
        Path libs = Files.createDirectories(windows.getPath("C:\\my libs"));
        for (String name : List.of("b.jar", "A.JAR", "notes.txt")) {
            Files.createFile(libs.resolve(name));
        }
        assertThat(split("D:\\x;C:\\my libs\\*;C:\\nowhere\\*")).containsExactly("D:\\x", "C:\\my libs\\A.JAR", "C:\\my libs\\b.jar");
        assertThat(split("C:/my libs/*")).hasSize(2);
    }

    @Test
    void aColonSeparatesElsewhere() throws IOException {
        try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            assertThat(new PathSyntax(unix, ":").classPath("/x:y/z.jar").stream().map(Path::toString)).containsExactly("/x", "y/z.jar");
        }
    }
}
