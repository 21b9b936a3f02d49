package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules warn of goes wrong in a program that runs, and their mend sets it right and is not warned of. */
class MendsTest {
    @TempDir
    Path directory;

    @Test
    void aResourceStaysOpenUntilTheCallIsDone() throws Exception { // AJ106
        String rows = """
                static class Connection implements AutoCloseable {
                    private boolean open = true;
                    CompletableFuture<String> query(CompletableFuture<Void> go) {
                        return go.thenApply(done -> open ? "rows" : "used after it was closed");
                    }
                    @Override public void close() {
                        open = false;
                    }
                }
                @Async static CompletableFuture<String> rows(CompletableFuture<Void> go) {
                    try (Connection connection = new Connection()) {
                        return %s;
                    }
                }
                public static Object main() {
                    CompletableFuture<Void> go = new CompletableFuture<>();
                    CompletableFuture<String> rows = rows(go);
                    go.complete(null);
                    return rows.join();
                }
                """;
        assertThat(tried(rows.formatted("connection.query(go)"))).isEqualTo("[AJ106] used after it was closed");
        assertThat(tried(rows.formatted("CompletableFuture.completedFuture(await(connection.query(go)))"))).isEqualTo("[] rows");
    }

    @Test
    void aFailureIsCaughtWhereTheCallIsAwaited() throws Exception { // AJ106
        String caught = """
                @Async static Coroutine<String> fails() {
                    await(yieldNow());
                    throw new IllegalArgumentException("not caught");
                }
                @Async static Coroutine<String> caught() {
                    try {
                        return %s;
                    } catch (IllegalArgumentException failure) {
                        return Coroutine.of("caught");
                    }
                }
                public static Object main() {
                    try {
                        return run(caught());
                    } catch (IllegalArgumentException failure) {
                        return failure.getMessage();
                    }
                }
                """;
        assertThat(tried(caught.formatted("fails()"))).isEqualTo("[AJ106] not caught");
        assertThat(tried(caught.formatted("Coroutine.of(await(fails()))"))).isEqualTo("[] caught");
    }

    @Test
    void aLockIsHeldUntilTheCallIsDone() throws Exception { // AJ106
        String held = """
                static final AsyncLock lock = new AsyncLock();
                @Async static Coroutine<Boolean> isHeld() {
                    await(yieldNow());
                    return Coroutine.of(lock.isLocked());
                }
                @Async static Coroutine<Boolean> within() {
                    await(lock.acquire());
                    try {
                        return %s;
                    } finally {
                        lock.release();
                    }
                }
                public static Object main() {
                    return run(within());
                }
                """;
        assertThat(tried(held.formatted("isHeld()"))).isEqualTo("[AJ106] false");
        assertThat(tried(held.formatted("Coroutine.of(await(isHeld()))"))).isEqualTo("[] true");
    }

    @Test
    void aTaskIsAwaitedTwice() throws Exception { // AJ109
        String twice = """
                @Async static Coroutine<Integer> three() {
                    await(yieldNow());
                    return Coroutine.of(3);
                }
                @Async static Coroutine<Integer> sum() {
                    %s
                    int sum = await(once);
                    return Coroutine.of(sum + await(once));
                }
                public static Object main() {
                    try {
                        return run(sum());
                    } catch (IllegalStateException failure) {
                        return "started twice";
                    }
                }
                """;
        assertThat(tried(twice.formatted("Coroutine<Integer> once = three();"))).isEqualTo("[AJ109] started twice");
        assertThat(tried(twice.formatted("Task<Integer> once = createTask(three());"))).isEqualTo("[] 6");
    }

    private String tried(String members) throws IOException, ReflectiveOperationException {
        return TriedProgram.of(directory, members);
    }
}
