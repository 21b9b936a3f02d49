/** The report: figures in, verdicts out. */
package org.asyncjava.benchmarks.jmh.report;
