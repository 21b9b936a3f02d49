package org.asyncjava.it.random;

/**
 * What programs are written in.
 *
 * @param release the Java of a release
 * @param hasGenerators whether some methods emit, so that others go through what they emit
 */
record Grammar(int release, boolean hasGenerators) {
}
