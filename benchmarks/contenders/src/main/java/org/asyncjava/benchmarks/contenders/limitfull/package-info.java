/**
 * Cold calls and tasks on an event loop, written by hand with what makes such code fit for use: failures; cancellation that reaches the operand;
 * several waiters; done callbacks; a context that tasks inherit; the order of asyncio's loop; a stack that does not grow with the length
 * of a chain, whether of calls or of tasks.
 *
 * <p>What is missing beside this library: work from other threads, awaiting foreign futures, names, messages and numbers of requests for
 * cancellation, the loop's list of its tasks, reports of failures that nobody has asked for, traces, debug mode, ends of runs that cancel what is
 * left, timers in the order of their registration.
 */
package org.asyncjava.benchmarks.contenders.limitfull;
