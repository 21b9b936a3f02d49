package org.asyncjava.it.fuzz;

import java.util.Random;

/** One way of damaging a class file. */
@FunctionalInterface
interface Damage {
    /**
     * Damages a copy.
     *
     * @param classFile a sound class file; not changed
     * @param random decides where and how
     * @return the damaged class file
     */
    byte[] of(byte[] classFile, Random random);
}
