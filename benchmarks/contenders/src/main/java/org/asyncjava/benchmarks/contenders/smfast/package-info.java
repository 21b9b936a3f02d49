/**
 * State machines written by hand that are thread-safe {@code CompletableFuture}s, made at the first suspension. The machine that waits is held in
 * a field that fits into the padding of {@code CompletableFuture}, so that chains of machines need no completion nodes.
 *
 * <p>What is missing: failures, cancellation and any settling from outside, a bounded stack (the machines of a long chain resume one another
 * recursively), a place where a call goes on.
 */
package org.asyncjava.benchmarks.contenders.smfast;
