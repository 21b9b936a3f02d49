/**
 * Random programs: generated from a seed, run in every way, compared, and made smaller when they differ.
 *
 * <p>{@link org.asyncjava.it.random.ProgramGenerator} writes a program as a tree of {@link org.asyncjava.it.random.Node}s, so that
 * {@link org.asyncjava.it.random.Shrinking} can take statements away from one that fails.
 */
package org.asyncjava.it.random;
