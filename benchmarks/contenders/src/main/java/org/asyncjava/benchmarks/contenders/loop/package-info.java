/** The parts of a loop that a person would write for one: a queue, timers, turns. */
package org.asyncjava.benchmarks.contenders.loop;
