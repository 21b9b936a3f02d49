/** The workloads with tascalate async-await, enhanced by its own two plugins. */
package org.asyncjava.benchmarks.tascalate;
