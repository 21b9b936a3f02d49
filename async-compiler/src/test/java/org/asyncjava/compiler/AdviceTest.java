package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The advice of the pages of {@code docs/rules}, followed: the program before, what is said of it, and the program after. */
class AdviceTest {
    @TempDir
    Path directory;

    private String tried(String members) throws Exception {
        return TriedProgram.of(directory, members);
    }

    @Test
    void anAwaitOutsideOfAsync() throws Exception { // AJ001
        String main = "public static Object main() { return name(CompletableFuture.completedFuture(\"shop\"))%s; }\n";
        assertThat(tried(main.formatted("") + "static String name(CompletableFuture<String> source) { return await(source); }"))
                .isEqualTo("[AJ001] not built");
        assertThat(tried(main.formatted(".join()") + """
                @Async static CompletableFuture<String> name(CompletableFuture<String> source) {
                    return CompletableFuture.completedFuture(await(source));
                }
                """)).isEqualTo("[] shop");
    }

    @Test
    void anAwaitInALambda() throws Exception { // AJ002
        String print = """
                @Async static CompletableFuture<Void> print(List<CompletableFuture<String>> sources) {
                    %s
                    return CompletableFuture.completedFuture(null);
                }
                public static Object main() {
                    CompletableFuture<String> late = new CompletableFuture<>();
                    CompletableFuture<Void> printed = print(List.of(CompletableFuture.completedFuture("one "), late));
                    late.complete("two");
                    printed.join();
                    return log.toString();
                }
                """;
        assertThat(tried(print.formatted("sources.forEach(source -> log.append(await(source)));"))).isEqualTo("[AJ002] not built");
        assertThat(tried(print.formatted("for (CompletableFuture<String> source : sources) { log.append(await(source)); }"))).isEqualTo("[] one two");
    }

    @Test
    void anAwaitThatHoldsAMonitor() throws Exception { // AJ003
        String refresh = """
                static final Map<String, String> cache = new HashMap<>();
                static final AsyncLock lock = new AsyncLock();
                @Async static CompletableFuture<String> refresh(CompletableFuture<String> source) {
                    %s
                    return CompletableFuture.completedFuture(cache.get("key"));
                }
                public static Object main() {
                    CompletableFuture<String> source = new CompletableFuture<>();
                    CompletableFuture<String> refreshed = refresh(source);
                    source.complete("loaded");
                    return refreshed.join();
                }
                """;
        assertThat(tried(refresh.formatted("synchronized (cache) { cache.put(\"key\", await(source)); }"))).isEqualTo("[AJ003] not built");
        assertThat(tried(refresh.formatted("String value = await(source); synchronized (cache) { cache.put(\"key\", value); }"))).isEqualTo("[] loaded");
        assertThat(tried(refresh.formatted("await(lock.acquire()); try { cache.put(\"key\", await(source)); } finally { lock.release(); }")))
                .isEqualTo("[] loaded");
    }

    @Test
    void anAwaitInAConstructor() throws Exception { // AJ004
        assertThat(tried("""
                final String owner;
                Program(CompletableFuture<String> owner) { this.owner = await(owner); }
                public static Object main() { return new Program(CompletableFuture.completedFuture("me")).owner; }
                """)).isEqualTo("[AJ004] not built");
        assertThat(tried("""
                final String owner;
                Program(String owner) { this.owner = owner; }
                @Async static CompletableFuture<Program> open(CompletableFuture<String> owner) {
                    return CompletableFuture.completedFuture(new Program(await(owner)));
                }
                public static Object main() { return open(CompletableFuture.completedFuture("me")).join().owner; }
                """)).isEqualTo("[] me");
    }

    @Test
    void aResultThatCannotBeAwaited() throws Exception { // AJ005
        String total = """
                @Async static %s total(CompletableFuture<Integer> price) { return %s; }
                public static Object main() { return %s; }
                """;
        CharSequence call = "total(CompletableFuture.completedFuture(2))";
        assertThat(tried(total.formatted("int", "await(price) + 1", call))).isEqualTo("[AJ005] not built");
        assertThat(tried(total.formatted("CompletableFuture<Integer>", "CompletableFuture.completedFuture(await(price) + 1)", call + ".join()")))
                .isEqualTo("[] 3");
    }

    @Test
    void aReferenceToAwait() throws Exception { // AJ006
        String first = """
                @Async static Coroutine<String> first(CompletableFuture<String> source) { %s }
                public static Object main() { return run(first(CompletableFuture.completedFuture("one"))); }
                """;
        assertThat(tried(first.formatted("return Coroutine.of(Optional.of(source).map(Await::<String>await).get());"))).isEqualTo("[AJ006] not built");
        assertThat(tried(first.formatted("return Coroutine.of(await(Optional.of(source).get()));"))).isEqualTo("[] one");
    }

    @Test
    void anAnnotationWithoutABody() throws Exception { // AJ007
        String base = """
                abstract static class Base { %s abstract CompletableFuture<String> load(CompletableFuture<String> source); }
                static class Impl extends Base {
                    @Async CompletableFuture<String> load(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                public static Object main() { return new Impl().load(CompletableFuture.completedFuture("one")).join(); }
                """;
        assertThat(tried(base.formatted("@Async"))).isEqualTo("[AJ007] not built");
        assertThat(tried(base.formatted(""))).isEqualTo("[] one");
    }

    @Test
    void anAnnotationThatMayGoChangesNothingWhenItGoes() throws Exception { // AJ101
        String program = """
                %s static Coroutine<String> cold(String name) { return Coroutine.of(name); }
                %s static CompletableFuture<Integer> hot() { return CompletableFuture.completedFuture(42); }
                %s static Coroutine<String> passes(String name) { return late(name); }
                @Async private static Coroutine<String> late(String name) {
                    log.append("late ");
                    await(yieldNow());
                    return Coroutine.of(name);
                }
                @Async static Coroutine<String> all() {
                    Coroutine<String> cold = cold("cold ");
                    Coroutine<String> passed = passes("passed ");
                    log.append("called ");
                    log.append(await(createTask(cold))).append(await(passed)).append(await(hot()));
                    return Coroutine.of(log.toString());
                }
                public static Object main() { return run(all()); }
                """;
        String same = " called cold late passed 42";
        assertThat(tried(program.formatted("@Async", "@Async", "@Async"))).isEqualTo("[AJ101]" + same);
        assertThat(tried(program.formatted("", "", ""))).isEqualTo("[]" + same);
    }

    @Test
    void anAnnotationThatMattersIsNotToBeRemoved() throws Exception { // AJ101
        String child = """
                %s static Coroutine<Void> child() {
                    log.append("child ");
                    if (log.length() > 0) { throw new IllegalStateException(); }
                    return Coroutine.done();
                }
                @Async static Coroutine<String> parent() {
                    Task<Void> task = createTask(child());
                    log.append("parent ");
                    try { await(task); } catch (IllegalArgumentException | IllegalStateException failure) { log.append("caught"); throw failure; }
                    return Coroutine.of("none");
                }
                public static Object main() {
                    try { run(parent()); } catch (IllegalStateException failure) { log.append(""); }
                    return log.toString();
                }
                """;
        assertThat(tried(child.formatted("@Async"))).isEqualTo("[] parent child caught");
        assertThat(tried(child.formatted(""))).isEqualTo("[] child ");
    }

    @Test
    void aCoroutineInAText() throws Exception { // AJ102
        String text = """
                @Async static Coroutine<String> name() { log.append("ran "); await(yieldNow()); return Coroutine.of("shop"); }
                @Async static Coroutine<String> text() { return Coroutine.of(%s + await(sleep(java.time.Duration.ZERO, "!"))); }
                public static Object main() { String text = run(text()); return log + text.replaceAll("<.*>", "<an object>"); }
                """;
        assertThat(tried(text.formatted("\"name: \" + name()"))).isEqualTo("[AJ102] name: <an object>!");
        assertThat(tried(text.formatted("\"name: \" + await(name())"))).isEqualTo("[] ran name: shop!");
    }

    /** The lambda's class names nothing that is async. */
    @Test
    void aResourceInALambda() throws Exception { // AJ009
        String greeted = """
                static class Connection implements AsyncCloseable {
                    @Async public Coroutine<Void> closeAsync() { await(yieldNow()); log.append("closed"); return Coroutine.done(); }
                }
                interface Work { @Async Coroutine<Void> run(); }
                interface Plain { Coroutine<Void> run(); }
                static class Greeting {
                    static %s of(Connection connection) {
                        return () -> { try (connection) { log.append("greeted "); } return Coroutine.done(); };
                    }
                }
                public static Object main() { run(Greeting.of(new Connection()).run()); return log.toString(); }
                """;
        assertThat(tried(greeted.formatted("Plain"))).isEqualTo("[AJ009] not built");
        assertThat(tried(greeted.formatted("Work"))).isEqualTo("[] greeted closed");
    }

    @Test
    void aCallThatBlocksTheLoop() throws Exception { // AJ103
        String slow = """
                @Async static Coroutine<Void> slow() throws InterruptedException { %s log.append("slow "); await(yieldNow()); return Coroutine.done(); }
                @Async static Coroutine<Void> quick() { await(yieldNow()); log.append("quick "); return Coroutine.done(); }
                @Async static Coroutine<String> both() throws InterruptedException {
                    await(gather(slow(), quick()));
                    return Coroutine.of(log.toString());
                }
                public static Object main() throws InterruptedException { return run(both()); }
                """;
        assertThat(tried(slow.formatted("Thread.sleep(20);"))).isEqualTo("[AJ103] slow quick ");
        assertThat(tried(slow.formatted("await(sleep(java.time.Duration.ofMillis(20)));"))).isEqualTo("[] quick slow ");
    }

    @Test
    void aFileReadOnTheLoop() throws Exception { // AJ103
        String read = """
                @Async static Coroutine<Boolean> here() throws IOException {
                    java.nio.file.Path path = java.nio.file.Files.createTempFile("advice", "txt");
                    Thread own = Thread.currentThread();
                    Thread[] reader = new Thread[1];
                    %s
                    await(yieldNow());
                    return Coroutine.of(reader[0] == own);
                }
                public static Object main() throws IOException { return run(here()); }
                """;
        assertThat(tried(read.formatted("java.nio.file.Files.readString(path); reader[0] = Thread.currentThread();"))).isEqualTo("[AJ103] true");
        assertThat(tried(read.formatted("await(toThread(() -> { reader[0] = Thread.currentThread(); return java.nio.file.Files.readString(path); }));")))
                .isEqualTo("[] false");
    }

    @Test
    void aLoopWithinALoop() throws Exception { // AJ103
        String nested = """
                @Async static Coroutine<Integer> three() { await(yieldNow()); return Coroutine.of(3); }
                @Async static Coroutine<Integer> four() { await(yieldNow()); return Coroutine.of(1 + %s(three())); }
                public static Object main() { return run(four()); }
                """;
        assertThat(tried(nested.formatted("run"))).isEqualTo("[AJ103] IllegalStateException");
        assertThat(tried(nested.formatted("await"))).isEqualTo("[] 4");
    }

    @Test
    void anEntryPointWithinALoop() throws Exception { // AJ103
        String nested = """
                @AsyncEntry static int entered() { return await(three()); }
                @Async static Coroutine<Integer> three() { await(yieldNow()); return Coroutine.of(3); }
                @Async static Coroutine<Integer> four() { await(yieldNow()); return Coroutine.of(1 + %s); }
                public static Object main() { return run(four()); }
                """;
        assertThat(tried(nested.formatted("entered()"))).isEqualTo("[AJ103] IllegalStateException");
        assertThat(tried(nested.formatted("await(three())"))).isEqualTo("[] 4");
    }

    @Test
    void aLockThatBelongsToAThread() throws Exception { // AJ104
        String held = """
                static final java.util.concurrent.locks.Lock owned = new java.util.concurrent.locks.ReentrantLock();
                static final AsyncLock lock = new AsyncLock();
                @Async static CompletableFuture<String> held(CompletableFuture<String> source) {
                    %s
                    try { return CompletableFuture.completedFuture(await(source)); } finally { %s; }
                }
                public static Object main() throws Exception {
                    CompletableFuture<String> source = new CompletableFuture<>();
                    CompletableFuture<String> result = held(source);
                    Thread other = new Thread(() -> source.complete("loaded"));
                    other.start();
                    other.join();
                    return result.handle((value, failure) -> failure == null ? value : failure.getClass().getSimpleName()).get();
                }
                """;
        assertThat(tried(held.formatted("owned.lock();", "owned.unlock()"))).isEqualTo("[AJ103, AJ104] IllegalMonitorStateException");
        assertThat(tried(held.formatted("await(lock.acquire());", "lock.release()"))).isEqualTo("[] loaded");
    }

    @Test
    void aCatchThatSwallowsCancellation() throws Exception { // AJ105
        String cancelled = """
                @Async static Coroutine<Void> work() {
                    try { await(sleep(java.time.Duration.ofDays(1))); } %s catch (Exception failure) { log.append("logged "); }
                    log.append("goes on ");
                    return Coroutine.done();
                }
                @Async static Coroutine<String> main2() {
                    Task<Void> task = createTask(work());
                    await(yieldNow());
                    task.cancel();
                    await(waitAll(List.of(task)));
                    return Coroutine.of(log.toString() + task.isCancelled());
                }
                public static Object main() { return run(main2()); }
                """;
        assertThat(tried(cancelled.formatted(""))).isEqualTo("[AJ105] logged goes on false");
        assertThat(tried(cancelled.formatted("catch (CancellationException cancelled) { throw cancelled; }"))).isEqualTo("[] true");
    }

    @Test
    void aNullThatIsReturned() throws Exception { // AJ111
        String find = """
                @Async static %s<String> find(CompletableFuture<String> source) { await(source); return %s; }
                public static Object main() { return %s; }
                """;
        String hot = "find(CompletableFuture.completedFuture(\"\")).handle((value, failure) -> value + \" \" + (failure == null)).join()";
        assertThat(tried(find.formatted("CompletableFuture", "null", hot))).isEqualTo("[AJ111] null false");
        assertThat(tried(find.formatted("CompletableFuture", "CompletableFuture.completedFuture(null)", hot))).isEqualTo("[] null true");
        String cold = "run(find(CompletableFuture.completedFuture(\"\")))";
        assertThat(tried(find.formatted("Coroutine", "null", cold))).isEqualTo("[AJ111] NullPointerException");
        assertThat(tried(find.formatted("Coroutine", "Coroutine.of(null)", cold))).isEqualTo("[] null");
    }

    @Test
    void aValueReturned() throws Exception { // AJ112
        String name = """
                @Async static Coroutine<String> name(Coroutine<String> source) { return %s; }
                public static Object main() { return run(name(Coroutine.of("shop"))); }
                """;
        assertThat(tried(name.formatted("await(source)"))).isEqualTo("[AJ112] not built");
        assertThat(tried(name.formatted("Coroutine.of(await(source))"))).isEqualTo("[] shop");
    }

    @Test
    void aReturnThatIsMissing() throws Exception { // AJ112
        String print = """
                @Async static CompletableFuture<Void> print(CompletableFuture<String> source) { log.append(await(source)); %s }
                public static Object main() { print(CompletableFuture.completedFuture("shop")).join(); return log.toString(); }
                """;
        assertThat(tried(print.formatted(""))).isEqualTo("[AJ112] not built");
        assertThat(tried(print.formatted("return CompletableFuture.completedFuture(null);"))).isEqualTo("[] shop");
    }

    @Test
    void aCheckedExceptionOfAnOperand() throws Exception { // AJ112
        String caught = """
                @Async static CompletableFuture<String> read(CompletableFuture<String> source) {
                    try { return CompletableFuture.completedFuture(await(source%s)); }
                    catch (IOException failure) { return CompletableFuture.completedFuture("caught " + failure.getMessage()); }
                }
                public static Object main() { return read(CompletableFuture.failedFuture(new IOException("disk"))).join(); }
                """;
        assertThat(tried(caught.formatted(""))).isEqualTo("[AJ112] not built");
        assertThat(tried(caught.formatted(", IOException.class"))).isEqualTo("[] caught disk");
    }

    @Test
    void aFutureThatTellsNobody() throws Exception { // AJ112
        String plain = """
                @Async static Coroutine<String> plain(Future<String> future) { String text = await(%s); return Coroutine.of(text); }
                public static Object main() { return run(plain(new FutureTask<String>(() -> "done") {{ run(); }})); }
                """;
        assertThat(tried(plain.formatted("future"))).isEqualTo("[AJ112] not built");
        assertThat(tried(plain.formatted("toThread(() -> future.get())"))).isEqualTo("[] done");
    }

    @Test
    void aLambdaGivenToRun() throws Exception { // AJ112
        assertThat(tried("public static Object main() { return run(() -> { await(yieldNow()); return 1; }); }")).isEqualTo("[AJ112] not built");
        assertThat(tried("""
                @Async static Coroutine<Integer> work() { await(yieldNow()); return Coroutine.of(1); }
                public static Object main() { return run(work()); }
                """)).isEqualTo("[] 1");
    }
}
