/** A test engine beside Jupiter's, for test methods that return a {@code Coroutine}: see {@link org.asyncjava.junit.AsyncTest}. */
package org.asyncjava.junit;
