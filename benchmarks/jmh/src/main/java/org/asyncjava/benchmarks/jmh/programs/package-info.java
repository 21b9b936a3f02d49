/** What JMH does not measure: memory, sleeps, endurance, growth, two threads. Each contender runs in a JVM of its own. */
package org.asyncjava.benchmarks.jmh.programs;
