package org.asyncjava.transformer.read;

import org.objectweb.asm.Opcodes;

/** The classes that a transformer has made for async methods. */
public final class Machines {
    private Machines() {
    }

    /**
     * Tells whether a class file is a machine: by its mark and because what users write is never synthetic, not by its name.
     *
     * @param classFile any class file
     * @return false for a class of the program, transformed or not
     * @throws TransformationException if it is damaged
     */
    public static boolean isOne(byte[] classFile) {
        if (!ConstantPoolScan.of(classFile).mentionsMark()) {
            return false;
        }
        ClassRead read = ClassRead.of(classFile);
        return read.isTransformed() && (read.node().access & Opcodes.ACC_SYNTHETIC) != 0;
    }
}
