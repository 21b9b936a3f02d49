package org.asyncjava.examples.testing;

import org.asyncjava.runtime.Coroutine;

/** Knows what a currency is worth. */
interface Rates {
    Coroutine<Double> rateOf(String currency);
}
