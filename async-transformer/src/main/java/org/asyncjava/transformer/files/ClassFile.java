package org.asyncjava.transformer.files;

/**
 * A class file that was read.
 *
 * @param location where it is
 * @param bytes what is in it
 */
record ClassFile(ClassFileLocation location, byte[] bytes) {
    static final String EXTENSION = ".class";
}
