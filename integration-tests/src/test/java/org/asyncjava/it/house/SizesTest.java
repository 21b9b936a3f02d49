package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files and methods stay small; blank lines and comments do not count. */
class SizesTest {
    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_METHOD_LINES = 40;
    private static final int MAX_PARAMETERS = 5;

    @Test
    void noFileIsLongerThanItMayBe() throws IOException {
        assertThat(SourceTree.fileUnits()).isNotEmpty().filteredOn(unit -> unit.lines() > MAX_FILE_LINES).isEmpty();
    }

    @Test
    void noMethodIsLongerThanItMayBe() throws IOException {
        assertThat(SourceTree.methodUnits()).isNotEmpty().filteredOn(unit -> unit.lines() > MAX_METHOD_LINES).isEmpty();
    }

    @Test
    void noMethodHasMoreParametersThanItMayHave() throws IOException {
        assertThat(SourceTree.methodUnits()).isNotEmpty().filteredOn(unit -> unit.parameters() > MAX_PARAMETERS).isEmpty();
    }
}
