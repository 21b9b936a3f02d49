/**
 * Reads class files: the one to be transformed, and outlines of those it mentions.
 *
 * <p>Everything here answers questions and changes nothing. No class is loaded.
 */
package org.asyncjava.transformer.read;
