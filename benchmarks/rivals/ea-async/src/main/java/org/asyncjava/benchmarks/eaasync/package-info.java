/** The workloads with EA Async, instrumented by its own plugin. */
package org.asyncjava.benchmarks.eaasync;
