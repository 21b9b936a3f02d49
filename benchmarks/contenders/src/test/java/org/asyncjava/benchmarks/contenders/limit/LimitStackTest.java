package org.asyncjava.benchmarks.contenders.limit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asyncjava.benchmarks.contenders.SmallStack;
import org.junit.jupiter.api.Test;

/** Why the barest machines are shown, and are not what others are held against. */
class LimitStackTest {
    @Test
    void manyLinkedMachinesOverflowALittleStack() {
        Promise operand = new Promise();
        Promise last = operand;
        for (int i = 0; i < 100_000; i++) {
            last = Nested.plusOne(last);
        }

        assertThatThrownBy(() -> SmallStack.call(() -> {
            operand.complete(1);
            return true;
        })).hasCauseInstanceOf(StackOverflowError.class);
    }
}
