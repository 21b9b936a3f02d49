package org.asyncjava.transformer.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;

class LocalTypesTest {
    private static final String TEXT = "java/lang/String";

    private static LocalTypes of(Object... locals) {
        return LocalTypes.of(new FrameNode(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]));
    }

    @Test
    void aWideOneTakesTwoSlots() {
        LocalTypes types = of(TEXT, Opcodes.LONG, Opcodes.DOUBLE, Opcodes.INTEGER);
        assertThat(types.get(0)).isEqualTo(TEXT);
        assertThat(types.get(1)).isEqualTo(Opcodes.LONG);
        assertThat(types.get(2)).isEqualTo(Opcodes.TOP);
        assertThat(types.get(3)).isEqualTo(Opcodes.DOUBLE);
        assertThat(types.get(5)).isEqualTo(Opcodes.INTEGER);
        assertThat(types.locals()).containsExactly(TEXT, Opcodes.LONG, Opcodes.DOUBLE, Opcodes.INTEGER);
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertThat(of().get(7)).isEqualTo(Opcodes.TOP);
        assertThat(of(TEXT).get(-1)).isEqualTo(Opcodes.TOP);
    }

    @Test
    void aSlotBehindTheLastIsReachedThroughUnknownOnes() {
        LocalTypes types = of(TEXT);
        types.set(3, Opcodes.FLOAT);
        assertThat(types.locals()).containsExactly(TEXT, Opcodes.TOP, Opcodes.TOP, Opcodes.FLOAT);
    }

    @Test
    void takesOverWhatItDoesNotKnow() {
        LocalTypes types = of(TEXT, Opcodes.TOP, Opcodes.INTEGER);
        types.fill(of("other/Type", Opcodes.FLOAT, Opcodes.FLOAT, Opcodes.LONG));
        assertThat(types.locals()).containsExactly(TEXT, Opcodes.FLOAT, Opcodes.INTEGER, Opcodes.LONG);
    }

    @Test
    void theSecondSlotOfAWideOneIsKnown() {
        LocalTypes types = of(Opcodes.LONG);
        types.fill(of(Opcodes.TOP, Opcodes.FLOAT));
        assertThat(types.locals()).containsExactly(Opcodes.LONG);
    }

    @Test
    void framesListTheStack() {
        FrameNode frame = of(TEXT).frame(List.of("java/lang/Throwable"));
        assertThat(frame.local).containsExactly(TEXT);
        assertThat(frame.stack).containsExactly("java/lang/Throwable");
    }
}
