package org.asyncjava.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.asyncjava.AsyncEntry;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Jupiter test that awaits.
 *
 * <pre>{@code
 * @AsyncTest
 * void aReplyComesWithinAnHour() {
 *     assertEquals("pong", await(client.ask("ping")));     // takes no time: the clock is virtual
 * }
 * }</pre>
 *
 * <p>It is an entry point, {@link AsyncEntry}, with {@link AsyncExtension}: read there on which loop it runs, and what fails it besides what it
 * throws. Whatever extensions and annotations a test of Jupiter's may have it may have too.
 *
 * <p>A test of another kind is marked {@code @AsyncEntry} beside {@code @ParameterizedTest}, {@code @RepeatedTest} or {@code @TestFactory}, and so is
 * what awaits in set-up and tear-down; the class then carries {@code @ExtendWith(AsyncExtension.class)}.
 *
 * @since 0.1.0
 */
@AsyncEntry
@Documented
@TestTemplate
@ExtendWith({AsyncExtension.class, AsyncTestInvocations.class})
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsyncTest {
}
