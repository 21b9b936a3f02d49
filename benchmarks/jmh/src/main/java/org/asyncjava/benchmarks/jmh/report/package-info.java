/** Raw results in, tables and charts out: nothing in them is written by hand. */
package org.asyncjava.benchmarks.jmh.report;
