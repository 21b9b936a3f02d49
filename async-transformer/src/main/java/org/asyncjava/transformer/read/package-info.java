/**
 * Reads class files: the one to be transformed, and outlines of those it mentions.
 *
 * <p>Everything here answers questions and changes nothing; while a class file is read, what is wrong with debugging tables alone and attributes of code
 * that nobody knows are left out. No class is loaded.
 */
package org.asyncjava.transformer.read;
