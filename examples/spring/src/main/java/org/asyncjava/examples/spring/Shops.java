package org.asyncjava.examples.spring;

import java.util.concurrent.CompletableFuture;

/** Other people's services. */
public interface Shops {
    /**
     * Asks a shop.
     *
     * @param shop its name
     * @return the price; is cancelled when nobody wants to know any more
     */
    CompletableFuture<Integer> price(String shop);
}
