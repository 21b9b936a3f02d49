package org.asyncjava.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tests whose loops have the clock on the wall instead of one that jumps: of a method, or of all methods of a class. For tests with servers, databases
 * and threads of their own, of whose work a virtual clock knows nothing, so that it would jump over a time limit while they are at it.
 *
 * @see AsyncExtension
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {
}
