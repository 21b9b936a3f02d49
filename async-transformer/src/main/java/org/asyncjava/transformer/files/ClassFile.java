package org.asyncjava.transformer.files;

/**
 * A class file that was read.
 *
 * @param place where it is
 * @param bytes what is in it
 */
record ClassFile(Place place, byte[] bytes) {
    static final String EXTENSION = ".class";
}
