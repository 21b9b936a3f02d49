package org.asyncjava.transformer.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asyncjava.transformer.analysis.AwaitCall.Operand;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodInsnNode;

/** Every runtime method that generated code calls is listed in {@code goldens/abi.txt}, which the runtime is compared with elsewhere. */
class RuntimeAbiTest {
    @Test
    void callsAreThoseOfTheList() throws IOException {
        TreeSet<String> calls = new TreeSet<>();
        Stream.of(RuntimeAbi.cold(), RuntimeAbi.hot()).flatMap(RuntimeAbiTest::calls).forEach(call -> calls.add(text(call)));
        Stream.of(RuntimeAbi.failed(), RuntimeAbi.failedFresh(), RuntimeAbi.settledOutside(), RuntimeAbi.completeAsync(), RuntimeAbi.beforeBlocking(),
                RuntimeAbi.finishOwn(), RuntimeAbi.returnedNull(), RuntimeAbi.finishTail(), RuntimeAbi.finishOwnTail(), RuntimeAbi.tailCall(), RuntimeAbi.require())
                .forEach(call -> calls.add(text(call)));
        assertThat(Files.readAllLines(Path.of("src/test/goldens/abi.txt"))).containsExactlyElementsOf(calls);
    }

    private static Stream<MethodInsnNode> calls(RuntimeAbi abi) {
        return List.of(abi.state(), abi.pending(Operand.STAGE), abi.pending(Operand.AWAITABLE), abi.result(Operand.STAGE),
                abi.result(Operand.AWAITABLE), abi.suspend(), abi.takeOperand(), abi.complete(), abi.finish()).stream();
    }

    private static String text(MethodInsnNode call) {
        return call.owner + "." + call.name + call.desc;
    }
}
