package org.asyncjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a class path is still the same. */
class ClassPathStampTest {
    @TempDir
    Path directory;

    @Test
    void changesWithEachFileBelowAnEntry() throws IOException {
        List<Path> classPath = List.of(directory.resolve("classes"), directory.resolve("missing.jar"));
        String missing = ClassPathStamp.of(classPath);
        Path file = Files.writeString(Files.createDirectories(directory.resolve("classes/demo")).resolve("Shop.class"), "one");
        String one = ClassPathStamp.of(classPath);
        assertThat(ClassPathStamp.of(classPath)).isEqualTo(one).isNotEqualTo(missing);
        Files.writeString(file, "another");
        String another = ClassPathStamp.of(classPath);
        Files.move(file, file.resolveSibling("Store.class"));
        assertThat(List.of(missing, one, another, ClassPathStamp.of(classPath))).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfEntriesCounts() {
        assertThat(ClassPathStamp.of(List.of(Path.of("a.jar"), Path.of("b.jar"))))
                .isNotEqualTo(ClassPathStamp.of(List.of(Path.of("b.jar"), Path.of("a.jar"))));
    }
}
