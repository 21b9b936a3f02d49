package org.asyncjava.examples.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Wants a bean of type {@link Shops}. */
@SpringBootApplication
public class Application {
}
