package org.asyncjava.examples.spring;

/** A shop does not answer. */
public class ShopClosedException extends RuntimeException {
    public ShopClosedException(String message) {
        super(message);
    }
}
