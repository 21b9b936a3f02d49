package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Started;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A suspended method keeps what it will still use, and nothing else. */
@DisplayName("HARD_CASES 79: dead locals are not retained")
class RetentionTest {
    private static final int COLLECTIONS = 50;

    private final Map<String, WeakReference<Object>> references = new HashMap<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void deadLocalsAreCollectedWhileTheMethodIsSuspended(Flavour flavour) throws Exception {
        CompletableFuture<?> result = started(flavour);

        assertCollected("dead parameter", "dead at the first");
        assertKept("live at the first", "live at both", "stack at the first");

        first.complete("first");
        assertCollected("live at the first", "stack at the first", "made after the first");
        assertKept("live at both");

        second.complete("second");
        assertThat(result).isDone();
        assertThat(result.join().toString()).contains("first").contains("second");
        assertCollected("live at both");
    }

    private CompletableFuture<?> started(Flavour flavour) throws Exception {
        Build build = Targets.in("retention").build(flavour, Dialect.of(17, "-g"));
        Class<?> type = ProgramLoader.of(build.transformed()).loadClass("retention.DeadLocals");
        Object returned = type.getMethod("run", Map.class, Object.class, CompletableFuture.class, CompletableFuture.class)
                .invoke(null, references, new Object(), first, second);
        return Started.future(returned);
    }

    private void assertKept(String... names) {
        for (String name : names) {
            assertThat(references.get(name).get()).as(name).isNotNull();
        }
    }

    private void assertCollected(String... names) {
        for (int i = 0; i < COLLECTIONS && !isCollected(names); i++) {
            System.gc();
        }
        assertThat(List.of(names)).allMatch(name -> references.get(name).get() == null);
    }

    private boolean isCollected(String... names) {
        return List.of(names).stream().allMatch(name -> references.get(name).get() == null);
    }
}
