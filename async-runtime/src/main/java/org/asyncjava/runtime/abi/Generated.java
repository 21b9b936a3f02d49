package org.asyncjava.runtime.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On methods that the transformer has made of nothing the user wrote. Coverage tools leave out what is annotated so.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Generated {
}
