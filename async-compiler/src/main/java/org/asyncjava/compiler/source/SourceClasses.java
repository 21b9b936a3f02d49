package org.asyncjava.compiler.source;

import org.asyncjava.transformer.read.ClassPathEntry;

/** The classes that are declared in sources, as class files without code. */
interface SourceClasses extends ClassPathEntry {
    /** Whether a class is declared in one of the sources. Asked while class files are made, so that it must not make one. */
    boolean declares(String internalName);
}
