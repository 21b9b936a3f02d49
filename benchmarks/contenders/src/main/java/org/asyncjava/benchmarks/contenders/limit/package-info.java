/**
 * State machines written by hand with as little as possible: confined to one thread, the result of a call is a promise with one field for
 * the one machine that waits for it, which is resumed by a direct call with the value.
 *
 * <p>What is missing: threads, failures, cancellation, a second waiter, a bounded stack (the machines of a long chain resume one another
 * recursively), a place where a call goes on.
 */
package org.asyncjava.benchmarks.contenders.limit;
