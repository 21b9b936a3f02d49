/**
 * Coroutines, tasks and an event loop with asyncio's semantics, for methods marked {@link org.asyncjava.Async}.
 *
 * <p>Programs start at {@code Coroutines}. {@code Continuation}, {@code ColdSteps}, {@code HotCall}, {@code HotContinuation},
 * {@code HotResumption}, {@code HotSteps} and {@code Driver} are public only because generated code, through
 * {@code org.asyncjava.runtime.abi}, takes part in them.
 */
package org.asyncjava.runtime;
