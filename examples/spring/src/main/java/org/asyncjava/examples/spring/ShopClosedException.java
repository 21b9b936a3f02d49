package org.asyncjava.examples.spring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A shop does not answer. */
@ResponseStatus(HttpStatus.BAD_GATEWAY)
public class ShopClosedException extends RuntimeException {
    public ShopClosedException(String message) {
        super(message);
    }
}
