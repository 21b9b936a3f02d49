package org.asyncjava.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a target logs when it is transformed, where a thread that blocks cannot do the same: the caller of a hot method goes on, a
 * coroutine that nobody awaits never runs, a failure goes into the result.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Prints {
    /**
     * The whole log.
     *
     * @return the events in order, the outcome last
     */
    String[] value();
}
