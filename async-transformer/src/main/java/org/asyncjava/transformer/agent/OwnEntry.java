package org.asyncjava.transformer.agent;

import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * One class whose bytes are at hand.
 *
 * @param name its internal name
 * @param bytes its class file
 */
record OwnEntry(String name, byte[] bytes) implements ClassPathEntry {
    @Override
    public byte[] classFile(String internalName) {
        return internalName.equals(name) ? bytes : null;
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
