package org.asyncjava.transformer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.plan.State.SaveCall;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/** A method of the JVM takes 255 slots of arguments; what a state has more is stored by several calls. */
class SaveCallsTest {
    private static List<Spill> values(int count, Type type) {
        return IntStream.range(0, count).mapToObj(position -> new Spill(position, "", SlotType.of(type), Optional.empty())).toList();
    }

    private static int slots(SaveCall call) {
        return call.spills().stream().mapToInt(spill -> spill.type().size()).sum();
    }

    @Test
    void oneCallStoresWhatFits() {
        List<Spill> stack = values(100, Type.INT_TYPE);
        List<Spill> locals = values(75, Type.LONG_TYPE);
        assertThat(SaveCalls.of(3, stack, locals)).containsExactly(new SaveCall("save3", stack, locals, true));
    }

    @Test
    void whatDoesNotFitIsStoredByCallsOfWhichTheLastSuspends() {
        List<SaveCall> calls = SaveCalls.of(1, List.of(), values(251, Type.INT_TYPE));
        assertThat(calls).extracting(SaveCall::name).containsExactly("save1_0", "save1_1", "save1");
        assertThat(calls).extracting(SaveCall::suspends).containsExactly(false, false, true);
        assertThat(calls).extracting(SaveCallsTest::slots).containsExactly(250, 1, 0);
    }

    @Test
    void aWideValueIsNotDivided() {
        assertThat(SaveCalls.of(1, List.of(), values(126, Type.LONG_TYPE))).extracting(SaveCallsTest::slots).containsExactly(250, 2, 0);
        assertThat(SaveCalls.of(1, values(1, Type.INT_TYPE), values(125, Type.DOUBLE_TYPE))).extracting(SaveCallsTest::slots).containsExactly(250, 1, 0);
    }

    @Test
    void theTopOfTheStackIsStoredFirstForItIsWhatCanBeTaken() {
        List<Spill> stack = values(300, Type.INT_TYPE);
        List<SaveCall> calls = SaveCalls.of(1, stack, values(1, Type.INT_TYPE));
        assertThat(calls).extracting(call -> call.stack().size()).containsExactly(0, 50, 250, 0);
        assertThat(calls.get(1).stack()).isEqualTo(stack.subList(250, 300));
        assertThat(calls.get(2).stack()).isEqualTo(stack.subList(0, 250));
    }
}
