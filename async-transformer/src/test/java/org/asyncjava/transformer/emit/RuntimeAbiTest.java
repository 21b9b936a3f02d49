package org.asyncjava.transformer.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.MachineKind;
import org.asyncjava.transformer.plan.MachineShape;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What generated code uses of the runtime is what {@code goldens/abi.txt} lists, no more and no less. Elsewhere the runtime is compared with the
 * same list, and says how to accept a new one.
 */
class RuntimeAbiTest {
    private static final Path LIST = Path.of("src/test/goldens/abi.txt");

    @Test
    void callsAreThoseOfTheList() throws IOException {
        Set<String> calls = new TreeSet<>();
        Stream.of(RuntimeAbi.cold(), RuntimeAbi.hot()).flatMap(RuntimeAbiTest::calls).forEach(call -> calls.add(text(call)));
        Stream.of(RuntimeAbi.generator(), RuntimeAbi.asyncGenerator()).flatMap(RuntimeAbiTest::callsOfGenerators).forEach(call -> calls.add(text(call)));
        Stream.of(RuntimeAbi.asyncGenerator().pending(), RuntimeAbi.asyncGenerator().stagePending(), RuntimeAbi.asyncGenerator().result(),
                RuntimeAbi.asyncGenerator().stageResult(), RuntimeAbi.asyncGenerator().suspend(), RuntimeAbi.passOn(), RuntimeAbi.stream(), RuntimeAbi.suppress(), RuntimeAbi.asyncGenerator().emitGuarded(),
                RuntimeAbi.open("(" + descriptor(RuntimeAbi.ASYNC_ITERABLE) + ")"), RuntimeAbi.open("(" + descriptor(RuntimeAbi.ASYNC_ITERATOR) + ")"))
                .forEach(call -> calls.add(text(call)));
        Stream.of(RuntimeAbi.failed(), RuntimeAbi.failedFresh(), RuntimeAbi.settledOutside(), RuntimeAbi.completeAsync(), RuntimeAbi.beforeBlocking(),
                RuntimeAbi.finishOwn(), RuntimeAbi.returnedNull(), RuntimeAbi.finishTail(), RuntimeAbi.finishOwnTail(), RuntimeAbi.tailCall(), RuntimeAbi.require(),
                RuntimeAbi.runEntry())
                .forEach(call -> calls.add(text(call)));
        calls.add(RuntimeAbi.ABI + "." + RuntimeAbi.REQUIRE + "(ILjava/lang/String;)V"); // which the agent calls
        calls.add(RuntimeAbi.ABI + "." + RuntimeAbi.NEWEST_VERSION + " I");
        calls.add(RuntimeAbi.ABI + "." + RuntimeAbi.OLDEST_VERSION + " I");
        assertThat(listed("static ")).containsExactlyInAnyOrderElementsOf(calls);
    }

    /** The other ones are of machines, and machines have all of them. */
    @Test
    void machinesHaveTheMembersOfTheList() throws IOException {
        Set<String> members = new TreeSet<>(RuntimeAbi.RESUMPTION_METHODS);
        members.remove("apply(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;"); // as the JVM sees the other one of that name
        Stream.of(RuntimeAbi.RESUME, RuntimeAbi.HOT_RESUME, RuntimeAbi.RELEASE).forEach(name -> members.add(name + "()V"));
        Stream.of(RuntimeAbi.SOURCE, RuntimeAbi.HOT_SOURCE).forEach(name -> members.add(name + "()Ljava/lang/String;"));
        members.add("<init>()V");
        members.add(RuntimeAbi.TRANSFORMED_VERSION + "()I");
        members.add(RuntimeAbi.TRANSFORMED_LOCALS + "()Ljava/lang/String;");
        members.addAll(List.of("isDone()Z", "cancel(Z)Z")); // which every CompletableFuture has
        members.addAll(membersOfAnOwnFuture());
        Stream.of(RuntimeAbi.advance(), RuntimeAbi.current(), RuntimeAbi.closeAsync()).forEach(call -> members.add(call.name + call.desc));
        members.addAll(List.of("iterator()" + descriptor(RuntimeAbi.ASYNC_ITERATOR), "close()V")); // which every generator has
        String operator = "(Lorg/asyncjava/runtime/AsyncFunction;)" + descriptor(RuntimeAbi.ASYNC_ITERABLE); // and the operators over what it emits
        members.addAll(List.of("map" + operator, "filter" + operator, "mapConcurrently" + operator.replace("(", "(I"), "take(J)" + descriptor(RuntimeAbi.ASYNC_ITERABLE),
                "toList()" + descriptor(RuntimeAbi.COROUTINE), "forEach(Lorg/asyncjava/runtime/AsyncConsumer;)" + descriptor(RuntimeAbi.COROUTINE)));
        Set<String> listed = Stream.concat(listed("public ").stream(), listed("protected ").stream())
                .map(member -> member.substring(member.indexOf('.') + 1)).collect(Collectors.toSet());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void typesAreInTheList() throws IOException {
        List<String> types = Files.readAllLines(LIST).stream().filter(line -> line.startsWith("type ")).map(line -> line.split(" ")[1]).toList();
        assertThat(types).contains(RuntimeAbi.ABI, RuntimeAbi.COROUTINE, RuntimeAbi.COLD_MACHINE, RuntimeAbi.HOT_FUTURE, RuntimeAbi.HOT_MACHINE,
                RuntimeAbi.GENERATOR_MACHINE, RuntimeAbi.ASYNC_GENERATOR_MACHINE, RuntimeAbi.ASYNC_ITERABLE, RuntimeAbi.ASYNC_ITERATOR,
                RuntimeAbi.ASYNC_CLOSEABLE, RuntimeAbi.CALL, RuntimeAbi.RESUMPTION, name(RuntimeAbi.TRANSFORMED), name(RuntimeAbi.GENERATED));
    }

    /** Those that are named after what the runtime calls, without the program's own. */
    private static List<String> membersOfAnOwnFuture() {
        ClassNode node = new ClassNode();
        node.name = "Machine";
        node.superName = "Own";
        FutureMembers.add(new MachineShape(MachineKind.HOT_SUBCLASS, Set.of(), Set.of()), node);
        return node.methods.stream().filter(method -> method.name.startsWith("hot")).map(method -> method.name + method.desc).toList();
    }

    private static List<String> listed(String kind) throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length())).toList();
    }

    private static Stream<MethodInsnNode> calls(RuntimeAbi abi) {
        return Stream.of(abi.state(), abi.pending(), abi.stagePending(), abi.result(), abi.stageResult(), abi.suspend(), abi.takeOperand(),
                abi.complete(), abi.finish());
    }

    private static Stream<MethodInsnNode> callsOfGenerators(RuntimeAbi abi) {
        return Stream.of(abi.state(), abi.emitting(), abi.emit(), abi.emitted(), abi.takeOperand(), abi.complete());
    }

    private static String descriptor(String internalName) {
        return "L" + internalName + ";";
    }

    private static String text(MethodInsnNode call) {
        return call.owner + "." + call.name + call.desc;
    }

    private static String name(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
