package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.abi.Transformed;
import org.junit.jupiter.api.Test;

/** The build transforms the runtime with the transformer that it has just made, and neither needs an earlier one nor tells anybody. */
class BootstrapTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private static String pom(String module) throws IOException {
        return Files.readString(Path.of("..", module, "pom.xml"));
    }

    @Test
    void theRuntimesPomDoesNotNameTheTransformer() throws IOException {
        assertThat(pom("async-runtime")).contains("<artifactId>async-annotations</artifactId>").doesNotContain("async-transformer");
    }

    @Test
    void theTransformersPomDoesNotNameTheRuntime() throws IOException {
        assertThat(pom("async-transformer")).contains("<artifactId>async-annotations</artifactId>").doesNotContain("async-runtime");
    }

    @Test
    void theTransformerIsBuiltFirst() throws IOException {
        List<String> modules = MODULE.matcher(pom(".")).results().map(module -> module.group(1)).toList();
        assertThat(modules).startsWith("async-annotations", "async-transformer", "async-runtime");
    }

    @Test
    void theRuntimeIsTransformed() {
        assertThat(AsyncEvent.class).hasAnnotation(Transformed.class);
    }
}
