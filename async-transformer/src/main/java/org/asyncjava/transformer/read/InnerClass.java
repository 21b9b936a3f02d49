package org.asyncjava.transformer.read;

import java.util.Optional;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * What a class that is no member of a package says about itself (JVMS 4.7.6).
 *
 * @param outerClass internal name of the class that it is a member of; empty of local and anonymous classes
 * @param simpleName its name in the source; empty of anonymous classes
 * @param access its flags as they are in the source, such as static
 */
public record InnerClass(Optional<String> outerClass, Optional<String> simpleName, int access) {
    static InnerClass of(InnerClassNode entry) {
        return new InnerClass(Optional.ofNullable(entry.outerName), Optional.ofNullable(entry.innerName), entry.access);
    }
}
