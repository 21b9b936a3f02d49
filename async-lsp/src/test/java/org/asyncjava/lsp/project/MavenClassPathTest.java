package org.asyncjava.lsp.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Maven is asked, once for each state of a project. */
class MavenClassPathTest {
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>demo</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
              <dependencies>
                <dependency>
                  <groupId>org.jspecify</groupId>
                  <artifactId>jspecify</artifactId>
                  <version>%s</version>
                </dependency>
              </dependencies>
            </project>
            """;

    @TempDir
    private Path root;

    @Test
    void whatMavenSaysIsRememberedUntilTheDescriptionChanges() throws Exception {
        Path pom = Files.writeString(root.resolve("pom.xml"), POM.formatted("1.0.0"));
        MavenClassPath maven = classPath(pom);
        assertThat(maven.remembered()).isEmpty();
        MavenClassPath.Answer answer = maven.ask();
        assertThat(answer.complaint()).isEmpty();
        assertThat(answer.entries()).extracting(entry -> entry.getFileName().toString()).containsExactly("jspecify-1.0.0.jar");
        assertThat(classPath(pom).remembered()).contains(answer.entries());
        Files.setLastModifiedTime(pom, FileTime.fromMillis(1));
        assertThat(classPath(pom).remembered()).isEmpty();
    }

    @Test
    void whatMavenCannotFindIsSaidAndNotRemembered() throws Exception {
        Path pom = Files.writeString(root.resolve("pom.xml"), "<project><broken>");
        MavenClassPath.Answer answer = classPath(pom).ask();
        assertThat(answer.entries()).isEmpty();
        assertThat(answer.complaint().orElseThrow()).startsWith("Maven could not tell the whole class path: [ERROR]");
        assertThat(classPath(pom).remembered()).isEmpty();
    }

    @Test
    void whereThereIsNoMavenThatIsSaid() throws Exception {
        Path pom = Files.writeString(root.resolve("pom.xml"), POM);
        assertThat(new MavenClassPath(root, Set.of(pom), root.resolve("memory"), List.of(root.resolve("no-maven").toString())).ask().complaint().orElseThrow())
                .startsWith("Maven cannot be asked for the class path: ");
    }

    private MavenClassPath classPath(Path pom) throws IOException {
        return new MavenClassPath(root, Set.of(pom), root.resolve("memory"), List.of("mvn"));
    }
}
