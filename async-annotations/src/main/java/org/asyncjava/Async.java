package org.asyncjava;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose body may {@link Await#await await}.
 *
 * <p>On a method with a body it makes that method asynchronous. The method must return one of
 * <ul>
 *   <li>{@code org.asyncjava.runtime.Coroutine<T>}: nothing runs until the coroutine is awaited or handed to the runtime;</li>
 *   <li>{@code java.util.concurrent.CompletableFuture<T>}, {@code CompletionStage<T>} or a public subclass of
 *       {@code CompletableFuture} with a public constructor without parameters: the body runs on the caller's thread at once, up to
 *       the first await whose operand is not done.</li>
 * </ul>
 *
 * <pre>{@code
 * @Async
 * CompletableFuture<Integer> total(List<Order> orders) {
 *     int sum = 0;
 *     for (Order order : orders) {
 *         sum += await(priceOf(order));      // frees the thread until the price is there
 *     }
 *     return CompletableFuture.completedFuture(sum);
 * }
 * }</pre>
 *
 * <p>On the single abstract method of a functional interface it makes every <em>lambda</em> of that type that awaits, or closes by awaiting, asynchronous.
 * A named method is asynchronous only if it carries the annotation itself, whatever it overrides.
 *
 * <p>The annotation is kept in class files and is not visible to reflection.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Async {
}
