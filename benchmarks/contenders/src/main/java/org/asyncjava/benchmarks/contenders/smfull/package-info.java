/**
 * State machines written by hand that are thread-safe {@code CompletableFuture}s, made at the first suspension, with what makes such code fit for
 * use: failures; cancelling and settling from outside, which reach the operand; a place where a call goes on, noted when it suspends and in force
 * when it goes on; a stack that does not grow with the length of a chain, also where other futures stand between.
 *
 * <p>What is missing beside this library: context variables, operands of other kinds than {@code CompletableFuture} and a loop's turns and
 * timers, ends of loops that cancel what is left, {@code obtrude…}, reports of failures that come after a cancellation, refusing to
 * block the loop, positions for traces. A call that was cancelled stays so: each further await that would suspend throws.
 */
package org.asyncjava.benchmarks.contenders.smfull;
