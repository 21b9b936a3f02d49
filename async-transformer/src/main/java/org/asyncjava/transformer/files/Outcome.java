package org.asyncjava.transformer.files;

import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.ConstantPoolScan;

/**
 * What a class file is to become.
 *
 * @param file the file as it is
 * @param result what the transformer made of it
 */
record Outcome(ClassFile file, Transformed result) {
    boolean isChanged() {
        return result.classFile() != file.bytes();
    }

    /** Tells whether anything depends on this class any further; most classes need not be held in memory. */
    boolean matters() {
        return isChanged() || !result.violations().isEmpty() || RuntimeRequirement.isModule(file)
                || ConstantPoolScan.mentionsMark(file.bytes());
    }
}
