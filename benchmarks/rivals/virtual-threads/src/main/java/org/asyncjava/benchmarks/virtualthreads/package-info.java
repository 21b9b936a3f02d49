/** The workloads with blocking calls on virtual threads. */
package org.asyncjava.benchmarks.virtualthreads;
