package org.asyncjava.transformer.agent;

import java.security.ProtectionDomain;
import org.asyncjava.transformer.read.ClassPath;

/**
 * A class that is being loaded.
 *
 * @param name its internal name
 * @param bytes its class file, as agents before this one left it
 * @param loader its defining loader
 * @param module its module
 * @param domain where it comes from; null for the default domain
 */
record LoadedClass(String name, byte[] bytes, ClassLoader loader, Module module, ProtectionDomain domain) {
    /** The class itself, what its loader finds, and the JDK. The class need not be found by its loader. */
    ClassPath classPath() {
        return ClassPath.over(new OwnEntry(name, bytes), new LoaderEntry(loader));
    }
}
