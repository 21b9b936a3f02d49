/** This library, used as its documentation says. */
package org.asyncjava.benchmarks.contenders.ours;
