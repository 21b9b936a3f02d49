/** The contenders of this build in one place, and a program for a quick look at one of them. */
package org.asyncjava.benchmarks.contenders;
