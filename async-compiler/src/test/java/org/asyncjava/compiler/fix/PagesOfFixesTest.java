package org.asyncjava.compiler.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asyncjava.rules.AwaitRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule's page says what its quick fix does, if there is one. */
class PagesOfFixesTest {
    @ParameterizedTest
    @EnumSource
    void thePageOfARuleSaysWhatItsFixDoes(AwaitRule rule) throws IOException {
        String page = Files.readString(Path.of("..").resolve(rule.docPage()));
        assertThat(page.contains("\n**Quick fix.** ")).isEqualTo(Fixes.MENDS.containsKey(rule));
    }
}
