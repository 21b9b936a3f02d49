package org.asyncjava.runtime.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every class that the transformer has rewritten; such a class is not transformed again. The runtime reads it, once ({@link Abi}).
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Transformed {
    /**
     * The version of the generated-code ABI that the class was written for.
     *
     * @return the version, see {@link Abi}
     */
    int abi();

    /**
     * Of a machine: which field holds which local variable of the method while it is suspended, for a dump. State by state, separated by semicolons, and separated by
     * commas the field's name, the first letter of the variable's type and its name. Read only when a dump is made in debug mode.
     *
     * @return the list; empty where the class file did not name variables
     */
    String locals() default "";
}
