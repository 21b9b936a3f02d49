package demo;

import static org.asyncjava.Await.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;

/** Machines of a class, a nested and a twice nested one, an interface, a constant of an enum, a lambda, an anonymous and a local class. */
@Bean
public class Prices {
    /** Takes a lambda. */
    @Async
    public CompletableFuture<String> all() throws Exception {
        AsyncSupplier<String> lambda = () -> Coroutine.of(await(later("lambda")));
        Contract anonymous = new Contract() {
            @Async
            @Override
            public CompletableFuture<String> word() {
                return CompletableFuture.completedFuture(await(later("anonymous")));
            }
        };
        class Local {
            @Async
            CompletableFuture<String> word() {
                return CompletableFuture.completedFuture(await(later("local")));
            }
        }
        String text = await(one(new java.util.AbstractMap.SimpleEntry<>("outer", 1))) + " " + await(new Member().word()) + " " + await(new Member.Deep().word());
        text += " " + await(new Contract() { }.word()) + " " + await(Kind.ONLY.word()) + " " + await(lambda.get());
        text += " " + await(anonymous.word()) + " " + await(new Local().word());
        return CompletableFuture.completedFuture(text);
    }

    @Async
    CompletableFuture<String> one(Map.Entry<String, Integer> entry) {
        for (int i = 0; i < 2; i++) {
            await(later(entry));
        }
        return CompletableFuture.completedFuture(entry.getKey());
    }

    static <T> CompletableFuture<T> later(T value) {
        return CompletableFuture.supplyAsync(() -> value);
    }

    /** Nested. */
    @Bean
    public static class Member {
        /** Suspends. */
        @Async
        public CompletableFuture<String> word() {
            return CompletableFuture.completedFuture(await(later("member")));
        }

        /** Nested twice. */
        public static class Deep {
            @Async
            CompletableFuture<String> word() {
                return CompletableFuture.completedFuture(await(later("deep")));
            }
        }
    }

    /** An interface. */
    public interface Contract {
        /** Suspends. */
        @Async
        default CompletableFuture<String> word() {
            return CompletableFuture.completedFuture(await(later("interface")));
        }
    }

    enum Kind {
        ONLY {
            @Async
            @Override
            CompletableFuture<String> word() {
                return CompletableFuture.completedFuture(await(later("enum")));
            }
        };

        abstract CompletableFuture<String> word();
    }
}
