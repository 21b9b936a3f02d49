package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Started;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each situation in which a value goes out of use: while the method is suspended the value is collected, and what it will use is not.
 * When the call has completed that is collected too, although its result is still held: the machine that it was keeps nothing.
 */
@DisplayName("HARD_CASES 79: what a suspended method no longer uses is not retained")
class RetentionSituationsTest {
    private static final int COLLECTIONS = 50;
    private static final Map<Flavour, Class<?>> TARGETS = new EnumMap<>(Flavour.class);

    static Stream<Arguments> situations() throws ClassNotFoundException {
        Stream.Builder<Arguments> all = Stream.builder();
        for (Flavour flavour : new Flavour[] {Flavour.COROUTINE, Flavour.FUTURE}) {
            for (Method method : target(flavour).getMethods()) {
                if (method.getDeclaringClass() == target(flavour) && !method.isBridge()) {
                    all.add(Arguments.of(method.getName(), flavour));
                }
            }
        }
        return all.build();
    }

    private static Class<?> target(Flavour flavour) throws ClassNotFoundException {
        if (!TARGETS.containsKey(flavour)) {
            Build build = Targets.in("retention").build(flavour, Dialect.of(17, "-g"));
            TARGETS.put(flavour, ProgramLoader.of(build.transformed()).loadClass("retention.Situations"));
        }
        return TARGETS.get(flavour);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("situations")
    void isCollectedWhileTheMethodIsSuspended(String situation, Flavour flavour) throws Exception {
        Map<String, WeakReference<Object>> references = new HashMap<>();
        CompletableFuture<String> operand = new CompletableFuture<>();
        Method method = target(flavour).getMethod(situation, Map.class, CompletableFuture.class);
        Object returned = method.invoke(null, references, operand);
        CompletableFuture<?> result = Started.future(returned);
        if (situation.equals("operandThatWasAwaited")) {
            operand.complete("first");
        }

        assertThat(result).isNotDone();
        assertCollected(references, "gone");
        assertThat(references.get("kept").get()).as("kept").isNotNull();

        operand.complete("done");
        complete(references.get("second"));
        assertThat(result).isCompleted();
        assertCollected(references, "kept");
        Reference.reachabilityFence(returned);
        Reference.reachabilityFence(result);
    }

    /** An operand that the method made is completed through what is known of it. */
    @SuppressWarnings("unchecked")
    private static void complete(WeakReference<Object> operand) {
        if (operand != null) {
            ((CompletableFuture<String>) operand.get()).complete("second");
        }
    }

    private static void assertCollected(Map<String, WeakReference<Object>> references, String name) {
        for (int i = 0; i < COLLECTIONS && references.get(name).get() != null; i++) {
            System.gc();
        }
        assertThat(references.get(name).get()).as(name).isNull();
    }
}
