/** The workloads of the benchmarks and what a contender has to do for each. */
package org.asyncjava.benchmarks;
