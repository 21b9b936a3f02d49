import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.AsCompleted;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.LoopFuture;
import org.asyncjava.runtime.Outcome;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.Waited;

/** How programs call what puts several operands together: each compiler must find the one overload that is meant, and the type of the result. */
class CombinatorCalls {
    record Page(String title, Integer size) {
    }

    record Four(String a, Integer b, String c, Integer d) {
    }

    static final Duration LIMIT = Duration.ofSeconds(1);

    Coroutine<String> s;
    Coroutine<Integer> n;
    Task<Integer> task;
    Task<String> texts;
    CompletableFuture<Integer> f;
    CompletableFuture<String> fs;
    CompletionStage<Integer> stage;

    @Async
    CompletableFuture<Integer> fetch(String id) {
        return CompletableFuture.completedFuture(await(f));
    }

    @Async
    Coroutine<Integer> cold(String id) {
        return Coroutine.of(await(f));
    }

    @Async
    CompletableFuture<Void> gathered(List<String> ids) {
        List<Object> none = await(gather());
        List<String> typed = await(gather());
        List<Integer> a = await(gather(f, f));
        List<Integer> b = await(gather(n, n));
        Deferred<List<Integer>> asked = gather(n, task);
        List<Object> mixed = await(gather(s, from(f)));
        List<Number> numbers = await(gather(f, CompletableFuture.completedFuture(1.5)));
        var both = await(gather(f, fs));
        List<Integer> c = await(gather(ids.stream().map(this::fetch).toList()));
        List<Integer> d = await(gather(ids.stream().map(this::cold).toList()));
        List<Integer> e = await(gather(ids.stream().map(x -> cold(x)).toList()));
        List<Integer> g = await(gather(ids.stream().map(this::fetch).collect(Collectors.toList())));
        List<Integer> h = await(gather(ids.stream().map(this::cold).collect(Collectors.toList())));
        Set<CompletableFuture<Integer>> set = Set.of(f);
        List<Integer> i = await(gather(set));
        List<CompletionStage<? extends Number>> wild = new ArrayList<>();
        List<Number> k = await(gather(wild));
        Iterable<CompletableFuture<Integer>> lazily = () -> Stream.of(f).iterator();
        List<Integer> l = await(gather(lazily));
        List<Integer> m = await(gather(f));
        List<Integer> o = await(gather(n));
        List<Integer> p = await(gather(stage, f));
        int first = await(gather(f, f)).get(0);
        return CompletableFuture.completedFuture(null);
    }

    @Async
    Coroutine<Page> combined() {
        Page p = await(gather(s, n, Page::new));
        Page q = await(gather(fs, f, Page::new));
        Page r = await(gather(s, n, (x, y) -> new Page(x, y)));
        Page t = await(gather(fs, f, (x, y) -> new Page(x, y)));
        String u = await(gather(s, n, s, (x, y, z) -> x + y + z));
        String v = await(gather(fs, f, fs, (x, y, z) -> x + y + z));
        Four w = await(gather(s, n, s, n, Four::new));
        Four x = await(gather(fs, f, fs, f, Four::new));
        Page y = await(gather(s, from(f), Page::new));
        int sum = await(gather(f, stage, Integer::sum)) + await(gather(n, task, Integer::sum));
        var inferred = await(gather(f, f, (left, right) -> left + right));
        int again = inferred;
        List<Integer> three = await(gather(n, n, n));
        List<Integer> threeStages = await(gather(f, f, f));
        return Coroutine.of(await(gather(fs, f, Page::new)));
    }

    @Async
    Coroutine<Integer> others(List<String> ids) {
        List<Outcome<Integer>> o = await(gatherOutcomes(f, f));
        List<Outcome<Integer>> o2 = await(gatherOutcomes(n, n));
        List<Outcome<Integer>> o3 = await(gatherOutcomes(ids.stream().map(this::fetch).toList()));
        List<Outcome<Object>> o4 = await(gatherOutcomes());
        for (Outcome<Integer> each : await(gatherOutcomes(f, stage))) {
            Integer value = each.get();
        }
        Set<CompletableFuture<Integer>> w = await(waitAll(List.of(f, f))).done();
        Set<Task<Integer>> w2 = await(waitAll(List.of(task))).done();
        Waited<Task<Integer>> w3 = await(waitAny(task, task));
        Waited<CompletableFuture<Integer>> w4 = await(waitAny(f, f));
        Waited<CompletableFuture<Integer>> w5 = await(waitFirstException(List.of(f, f), LIMIT));
        Waited<Task<Integer>> w6 = await(waitFirstException(List.of(task), LIMIT));
        Waited<? extends LoopFuture<?>> w7 = await(waitAll(task, texts));
        Waited<? extends CompletionStage<?>> w8 = await(waitAll(f, fs));
        Waited<CompletableFuture<?>> w9 = await(waitAny(List.<CompletableFuture<?>>of(f, fs)));
        Integer won = await(race(f, stage)) + await(race(n, task)) + await(race(List.of(f))) + await(race(List.of(n)));
        Object either = await(race(f, fs));
        Object any = await(race(s, n));
        Integer ok = await(firstSuccess(f, f)) + await(firstSuccess(ids.stream().map(this::fetch).toList()))
                + await(firstSuccess(ids.stream().map(this::cold).toList()));
        for (Coroutine<Integer> next : asCompleted(f, stage)) {
            won += await(next);
        }
        for (Coroutine<Integer> next : asCompleted(n, task)) {
            won += await(next);
        }
        for (Coroutine<Integer> next : asCompleted(ids.stream().map(this::fetch).toList(), LIMIT)) {
            won += await(next);
        }
        AsCompleted<Integer> cold = asCompleted(ids.stream().map(this::cold).toList(), LIMIT);
        return Coroutine.of(won + await(waitFor(f, LIMIT)) + await(waitFor(n, LIMIT)) + await(shield(f)) + await(shield(n)) + await(from(stage)));
    }

    @Async
    Coroutine<Integer> concurrently(List<String> ids, AsyncQueue<String> queue, Stream<String> endless) {
        List<Integer> a = await(mapConcurrently(ids, 8, id -> cold(id)));
        List<Integer> b = await(mapConcurrently(ids, 8, this::cold));
        List<Integer> c = await(mapConcurrently(ids, 8, id -> Coroutine.of(await(fetch(id)))));
        List<Integer> d = await(mapConcurrently(endless::iterator, 8, (String id) -> {
            int found = await(fetch(id));
            return Coroutine.of(found + 1);
        }));
        List<Integer> e = await(mapConcurrently(queue, 8, id -> cold(id)));
        await(forEachConcurrently(ids, 8, id -> {
            await(fetch(id));
            return Coroutine.done();
        }));
        await(forEachConcurrently(queue, 8, id -> sleep(LIMIT)));
        await(mapAsCompleted(ids, 8, id -> cold(id), found -> sleep(LIMIT.multipliedBy(found))));
        await(mapAsCompleted(queue, 8, this::cold, found -> {
            await(sleep(LIMIT));
            return Coroutine.done();
        }));
        return Coroutine.of(a.size() + b.size() + c.size() + d.size() + e.size());
    }

    void entered() {
        Integer i = run(() -> {
            int x = await(n);
            return Coroutine.of(x);
        });
        run(s);
        run(() -> cold("a"));
        run(() -> {
            try {
                return Coroutine.of(await(n));
            } finally {
                System.out.println();
            }
        });
        List<Integer> all = run(gather(f, f));
        Page page = run(gather(fs, f, Page::new));
        Awaitable<Integer> bound = waitFor(f, LIMIT);
    }
}
