/** Fails when the library allocates more, or generates more, than the checked-in table says. No clock is read. */
package org.asyncjava.benchmarks.jmh.gate;
