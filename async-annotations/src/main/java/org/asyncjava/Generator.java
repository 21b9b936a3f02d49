package org.asyncjava;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose body {@link Emit#emit emits} the elements of the {@link Iterable}, {@link java.util.Iterator} or
 * {@code java.util.stream.Stream} that it returns. A Java {@code for} loop that is left early does <em>not</em> run the {@code finally}
 * blocks of such a body, as Java tells nobody that a loop is left: close the iterator, which is {@link AutoCloseable}, or the stream where
 * that matters.
 *
 * <pre>{@code
 * @Generator
 * Iterable<Integer> primes() {
 *     for (int i = 2; ; i++) {
 *         if (isPrime(i)) {
 *             emit(i);                       // goes on here when the next element is asked for
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A call of the method runs nothing. Each iteration of an {@code Iterable} runs the body anew, with the arguments of the call, on the thread
 * of whoever asks for an element, from one {@code emit} to the next. The one return of a generator is {@code return end();}, see
 * {@link Emit#end}. A failure of the body is thrown at whoever has asked, as it is; afterwards there are no more elements.
 *
 * <p>Closing an iterator, or a stream, resumes the body with a signal at the {@code emit} where it stands, which runs its {@code finally}
 * blocks; an {@code emit} in one of them throws {@link IllegalStateException}. No {@code catch} clause takes the signal. What the body fails with
 * is what {@code close} throws.
 *
 * <p>An iterator is not thread-safe. One that is asked for an element by its own body throws {@link IllegalStateException}.
 *
 * <p>For a body that awaits as well see {@link Async}, with the result {@code org.asyncjava.runtime.AsyncIterable}. The annotation is kept in
 * class files and is not visible to reflection.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Generator {
}
