package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.shield;

import java.util.HashMap;
import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Prices, each asked for once. */
interface PriceCache {
    Coroutine<Integer> price(String article);

    /** Whoever asks before the first answer has come asks again. */
    final class WithBug implements PriceCache {
        private final Map<String, Integer> prices = new HashMap<>();
        private final Remote shop;

        WithBug(Remote shop) {
            this.shop = shop;
        }

        @Async
        @Override
        public Coroutine<Integer> price(String article) {
            Integer price = prices.get(article);
            if (price == null) {
                price = await(shop.answer(article.length())); // bug
                prices.put(article, price);
            }
            return Coroutine.of(price);
        }
    }

    /** What is kept is the question. */
    final class Clean implements PriceCache {
        private final Map<String, Task<Integer>> prices = new HashMap<>();
        private final Remote shop;

        Clean(Remote shop) {
            this.shop = shop;
        }

        @Async
        @Override
        public Coroutine<Integer> price(String article) {
            Task<Integer> price = prices.computeIfAbsent(article, asked -> createTask(shop.answer(asked.length())));
            return Coroutine.of(await(shield(price)));
        }
    }
}
