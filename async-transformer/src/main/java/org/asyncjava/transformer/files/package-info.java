/**
 * Runs the transformer over directories of class files: what the Maven plugin and the command line have in common.
 *
 * <p>{@link org.asyncjava.transformer.files.TransformerRun} reads and transforms everything before it writes anything, keeping what is to be written
 * in memory and, once that is much, in a temporary file. Files are replaced atomically, through symbolic links too, and everything that was wrong is reported at once.
 */
package org.asyncjava.transformer.files;
