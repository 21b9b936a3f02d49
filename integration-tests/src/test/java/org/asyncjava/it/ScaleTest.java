package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Operands;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.SmallStack;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.it.harness.Way;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many awaits follow one another or nest, a stack of 512 KB is enough. */
@DisplayName("HARD_CASES 58, 59, 60: scale")
class ScaleTest {
    private static final int ROW = 1_000_000;
    private static final int DEPTH = 100_000;

    private static ClassLoader cold;
    private static ClassLoader hot;

    @BeforeAll
    static void build() {
        cold = loader(Flavour.COROUTINE);
        hot = loader(Flavour.FUTURE);
    }

    private static ClassLoader loader(Flavour flavour) {
        Build build = Targets.in("scale").build(flavour, Dialect.of(17, "-g"));
        return ProgramLoader.of(build.transformed());
    }

    static List<Way> oneThread() {
        return Way.TRANSFORMED.stream()
                .filter(way -> way.driver() != Way.Driver.THREADS && way.pending() != Way.Pending.SOME)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("oneThread")
    void aMillionAwaitsInARow(Way way) throws Exception {
        assertThat(run(cold, "InARow", "ofFutures", ROW, way)).isEqualTo((long) ROW);
        assertThat(run(hot, "InARow", "ofFutures", ROW, way)).isEqualTo((long) ROW);
    }

    @ParameterizedTest
    @MethodSource("oneThread")
    void aMillionAwaitsOfCallsInARow(Way way) throws Exception {
        assertThat(run(cold, "InARow", "ofCalls", ROW, way)).isEqualTo((long) ROW);
        assertThat(run(hot, "InARow", "ofCalls", ROW, way)).isEqualTo((long) ROW);
    }

    @ParameterizedTest
    @MethodSource("oneThread")
    void aLoopThatNeverAwaits(Way way) throws Exception {
        assertThat(run(cold, "InARow", "neverReached", 10 * ROW, way)).isEqualTo(10L * ROW);
        assertThat(run(hot, "InARow", "neverReached", 10 * ROW, way)).isEqualTo(10L * ROW);
    }

    @ParameterizedTest
    @MethodSource("oneThread")
    void aMillionTailCallsOfCoroutines(Way way) throws Exception {
        assertThat(run(cold, "InARow", "tailCalls", ROW, way)).isEqualTo(1L);
    }

    @Test
    void otherThreadsCompleteTheOperandsWhileTheMethodsSuspend() throws Exception {
        Way racing = new Way(Way.Driver.THREADS, Way.Pending.ALL);
        for (ClassLoader loader : List.of(cold, hot)) {
            assertThat(run(loader, "InARow", "ofFutures", DEPTH, racing)).isEqualTo((long) DEPTH);
            assertThat(run(loader, "InARow", "ofCalls", DEPTH, racing)).isEqualTo((long) DEPTH);
        }
        assertThat(run(cold, "InARow", "tailCalls", DEPTH, racing)).isEqualTo(1L);
        assertThat(run(cold, "Nested", "deep", DEPTH, racing)).isEqualTo(DEPTH + 1L);
    }

    @Test
    void tailCallsOfHotMethodsThatSuspend() throws Exception {
        Way suspending = new Way(Way.Driver.QUEUE, Way.Pending.ALL);
        assertThat(run(hot, "InARow", "tailCalls", DEPTH, suspending)).isEqualTo(1L);
    }

    @ParameterizedTest
    @MethodSource("oneThread")
    void nestedAwaitsOfCoroutines(Way way) throws Exception {
        assertThat(run(cold, "Nested", "deep", DEPTH, way)).isEqualTo(DEPTH + 1L);
    }

    @Test
    void aMillionNestedAwaitsThatAreAllDone() throws Exception {
        assertThat(run(cold, "Nested", "deep", ROW, new Way(Way.Driver.QUEUE, Way.Pending.NONE))).isEqualTo(ROW + 1L);
    }

    @ParameterizedTest
    @MethodSource("oneThread")
    void aFailureThroughNestedAwaitsOfCoroutines(Way way) throws Exception {
        ClassLoader fresh = loader(Flavour.COROUTINE);
        assertThatThrownBy(() -> run(fresh, "Nested", "failing", DEPTH, way))
                .isInstanceOf(IllegalStateException.class).hasMessage("innermost");
        assertThat(fresh.loadClass("scale.Nested").getField("count").getInt(null)).isEqualTo(DEPTH + 1);
    }

    @Test
    void hotMethodsThatCompleteOneAnother() throws Exception {
        assertThat(chained(previous -> next(previous))).isEqualTo(DEPTH);
    }

    @Test
    void hotMethodsThatCompleteOneAnotherThroughDependents() throws Exception {
        assertThat(chained(previous -> next(previous).thenApply(value -> value))).isEqualTo(DEPTH);
    }

    @Test
    void hotMethodsThatCompleteFuturesOfOthersInTheirBodies() throws Exception {
        Method relay = hot.loadClass("scale.Linked").getMethod("relay", CompletableFuture.class, CompletableFuture.class);
        assertThat(chained(previous -> {
            CompletableFuture<Integer> out = new CompletableFuture<>();
            relay.invoke(null, previous, out);
            return out;
        })).isEqualTo(DEPTH);
    }

    @Test
    void hotMethodsThatFollowOneAnother() throws Exception {
        Method tail = hot.loadClass("scale.Linked").getMethod("tail", CompletableFuture.class, CompletableFuture.class);
        CompletableFuture<Integer> gate = new CompletableFuture<>();
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = SmallStack.call(() -> {
            CompletableFuture<Integer> previous = first;
            for (int i = 0; i < DEPTH; i++) {
                previous = cast(tail.invoke(null, gate, previous));
            }
            gate.complete(0);
            first.complete(7);
            return previous;
        });
        assertThat(last).isCompletedWithValue(7);
    }

    private interface Link {
        CompletableFuture<Integer> after(CompletableFuture<Integer> previous) throws Exception;
    }

    private static int chained(Link link) throws Exception {
        return SmallStack.call(() -> {
            CompletableFuture<Integer> first = new CompletableFuture<>();
            CompletableFuture<Integer> last = first;
            List<CompletableFuture<Integer>> all = new ArrayList<>();
            for (int i = 0; i < DEPTH; i++) {
                last = link.after(last);
                all.add(last);
            }
            first.complete(0);
            assertThat(all).allMatch(CompletableFuture::isDone);
            return last.join();
        });
    }

    private static CompletableFuture<Integer> next(CompletableFuture<Integer> previous) throws Exception {
        return cast(hot.loadClass("scale.Linked").getMethod("next", CompletableFuture.class).invoke(null, previous));
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Integer> cast(Object future) {
        return (CompletableFuture<Integer>) future;
    }

    private static Object run(ClassLoader loader, String className, String method, int count, Way way) throws Exception {
        Method entry = loader.loadClass("scale." + className).getMethod(method, int.class, Supplier.class);
        return SmallStack.call(() -> Operands.run(way, operands -> entry.invoke(null, count, operands)));
    }
}
