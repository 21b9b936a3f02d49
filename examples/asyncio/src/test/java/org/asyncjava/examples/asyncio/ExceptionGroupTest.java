package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.runtime.ExceptionGroup;
import org.junit.jupiter.api.Test;

class ExceptionGroupTest {
    private final IOException io = new IOException("io");
    private final FileNotFoundException file = new FileNotFoundException("file");
    private final IllegalArgumentException argument = new IllegalArgumentException("argument");
    private final ExceptionGroup inner = new ExceptionGroup("inner", List.of(file, argument));
    private final ExceptionGroup group = new ExceptionGroup("outer", List.of(io, inner));

    @Test
    void saysHowManyExceptionsThereAre() {
        assertThat(group).hasMessage("outer (2 sub-exceptions)");
        assertThat(new ExceptionGroup("one", List.of(io))).hasMessage("one (1 sub-exception)");
        assertThat(group.description()).isEqualTo("outer");
    }

    @Test
    void printsAllOfThem() {
        StringWriter printed = new StringWriter();
        group.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains("outer (2 sub-exceptions)", "IOException: io", "inner (2 sub-exceptions)",
                "FileNotFoundException: file", "IllegalArgumentException: argument");
    }

    @Test
    void isDividedLeafByLeafAndKeepsItsShape() {
        ExceptionGroup.Split parts = group.split(IOException.class::isInstance);
        ExceptionGroup matching = parts.matching().orElseThrow();
        assertThat(matching).hasMessage("outer (2 sub-exceptions)");
        assertThat(matching.exceptions().get(0)).isSameAs(io);
        assertThat(((ExceptionGroup) matching.exceptions().get(1)).exceptions()).isEqualTo(List.of(file));
        ExceptionGroup rest = parts.rest().orElseThrow();
        assertThat(((ExceptionGroup) rest.exceptions().get(0)).exceptions()).isEqualTo(List.of(argument));
        assertThat(rest.getStackTrace()).isEqualTo(group.getStackTrace());
    }

    @Test
    void oneThatMatchesAsAWholeIsNotDivided() {
        assertThat(group.split(all -> true)).isEqualTo(new ExceptionGroup.Split(Optional.of(group), Optional.empty()));
        assertThat(group.split(ExceptionGroup.class::isInstance).matching()).containsSame(group);
        assertThat(group.subgroup(none -> false)).isEmpty();
    }

    @Test
    void leavesOfATypeAreHandledAndTheRestIsLeftOver() {
        List<Exception> handled = new ArrayList<>();
        ExceptionGroup rest = group.handle(IOException.class, handled::add).orElseThrow();
        assertThat(handled).isEqualTo(List.of(io, file));
        assertThat(rest.handle(RuntimeException.class, handled::add)).isEmpty();
        assertThat(handled).isEqualTo(List.of(io, file, argument));
    }

    @Test
    void aTypeDividesItAsAConditionDoes() {
        ExceptionGroup.Split parts = group.split(IOException.class);
        ExceptionGroup matching = parts.matching().orElseThrow();
        assertThat(matching.exceptions().get(0)).isSameAs(io);
        assertThat(((ExceptionGroup) matching.exceptions().get(1)).exceptions()).isEqualTo(List.of(file));
        assertThat(group.subgroup(FileNotFoundException.class).orElseThrow().exceptions()).singleElement().isInstanceOf(ExceptionGroup.class);
        assertThat(parts.rest().orElseThrow().subgroup(IOException.class)).isEmpty();
        assertThat(group.subgroup(ExceptionGroup.class)).containsSame(group);
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> new ExceptionGroup("empty", List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a group of exceptions must not be empty");
        assertThatThrownBy(() -> new ExceptionGroup(null, List.of(io))).isInstanceOf(NullPointerException.class);
    }
}
