/**
 * The markers of async-java.
 *
 * <p>A method marked {@link org.asyncjava.Async} that calls {@link org.asyncjava.Await#await(java.util.concurrent.CompletionStage)
 * await} is rewritten after compilation into a resumable state machine: at an await whose operand is not done the method's live
 * locals move into one small object, the thread goes free, and the method goes on when the operand completes.
 *
 * <p>This package has no dependencies and is compiled for Java 8, so that any compiler can read it.
 */
package org.asyncjava;
