/** What the transformation costs: beside javac, beside the reading of class files, beside the loading of classes. */
package org.asyncjava.benchmarks.transformer;
