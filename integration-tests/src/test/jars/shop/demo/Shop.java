package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;

/** Async code in all the places that concern a loader: members of nests, lambdas, interfaces, enums. Prints what it comes to. */
public final class Shop {
    private Shop() {
    }

    interface Priced {
        int price();

        @Async
        default Coroutine<Integer> doubled() {
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(2 * price());
        }
    }

    enum Goods implements Priced {
        BREAD(3) {
            @Override
            @Async
            public Coroutine<String> label() {
                await(sleep(Duration.ofMillis(1)));
                return Coroutine.of("bread of today");
            }
        },
        MILK(2);

        private final int price;

        Goods(int price) {
            this.price = price;
        }

        @Override
        public int price() {
            return price;
        }

        @Async
        public Coroutine<String> label() {
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(name());
        }
    }

    /** A member of the nest that is async where its host need not be loaded for it. */
    private static final class Counter {
        private int count;

        @Async
        private CompletableFuture<Integer> next(CompletableFuture<Integer> step) {
            try {
                count += await(step);
            } finally {
                count++;
            }
            return CompletableFuture.completedFuture(count);
        }
    }

    /** A program's own future. */
    public static class Promise<T> extends CompletableFuture<T> {
        public Promise() {
        }
    }

    @Async
    static Promise<String> promised(CompletableFuture<String> word) {
        String first = await(word);
        Promise<String> result = new Promise<>();
        result.complete(first + ", promised");
        return result;
    }

    static <T> CompletableFuture<T> later(T value) {
        return new CompletableFuture<T>().completeOnTimeout(value, 5, TimeUnit.MILLISECONDS);
    }

    @Async
    static Coroutine<List<Object>> report() throws Exception {
        List<Object> lines = new ArrayList<>();
        for (Goods goods : Goods.values()) {
            lines.add(await(goods.label()) + " " + await(goods.doubled()));
        }
        AsyncSupplier<String> lambda = () -> {
            String word = await(later("lambda"));
            return Coroutine.of(word + " of " + Goods.values().length);
        };
        lines.add(await(lambda.get()));
        Counter counter = new Counter();
        await(counter.next(later(4)));
        lines.add(await(counter.next(CompletableFuture.completedFuture(1))));
        lines.add(await(promised(later("word"))));
        lines.addAll(await(gather(Goods.MILK.label(), Goods.BREAD.label())));
        return Coroutine.of(lines);
    }

    public static void main(String[] arguments) throws Exception {
        run(report()).forEach(System.out::println);
    }
}
