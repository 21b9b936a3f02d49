/** Odd but legal bytecode, written instruction by instruction: what the JVM verifies has to transform, verify and behave the same. */
package org.asyncjava.it.bytecode;
