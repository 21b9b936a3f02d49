/**
 * Runs the transformer over directories of class files: what the Maven plugin and the command line have in common.
 *
 * <p>{@link org.asyncjava.transformer.files.TransformerRun} reads and transforms everything in memory before it writes anything, replaces files atomically,
 * and reports everything that was wrong at once.
 */
package org.asyncjava.transformer.files;
