/** Time and bytes per element of the throughput workloads, for each contender on the class path. */
package org.asyncjava.benchmarks.jmh;
