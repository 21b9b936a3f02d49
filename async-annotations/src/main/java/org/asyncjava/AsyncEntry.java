package org.asyncjava;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method at which a program enters asynchronous code: a {@code main}, a test. Its body may {@link Await#await await}, and a call blocks
 * until the body has ended on an event loop.
 *
 * <pre>{@code
 * @AsyncEntry
 * public static void main(String[] args) {
 *     System.out.println("Hello");
 *     await(sleep(Duration.ofSeconds(1)));
 *     System.out.println("World");
 * }
 * }</pre>
 *
 * <p>The method may have any result type. What it returns is the result of the call as it is, also a coroutine or a future; what it throws is
 * thrown as it is. A call does what {@code Coroutines.run} of {@code async-runtime} does: it makes a loop, cancels what is left over when the body has ended, and closes
 * the loop; where a loop runs already it is refused with an {@code IllegalStateException}. On a thread for which {@code Runner.runEntries}
 * provides a loop, that one is used.
 *
 * <p>On an annotation it makes an entry of every method that carries that annotation, at any depth. A method cannot carry {@link Async} too. A
 * lambda is never an entry.
 *
 * <p>The annotation is kept in class files and is not visible to reflection.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AsyncEntry {
}
