package org.asyncjava.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.platform.commons.annotation.Testable;

/**
 * A test that awaits: a method that returns a {@code Coroutine}, or anything else {@link org.asyncjava.Awaitable}.
 *
 * <pre>{@code
 * @Async @AsyncTest
 * Coroutine<Void> aReplyComesWithinAnHour() {
 *     assertEquals("pong", await(client.ask("ping")));     // takes no time: the clock is virtual
 *     return Coroutine.done();
 * }
 * }</pre>
 *
 * <p>Each test runs on an event loop of its own. It fails if the coroutine does, if a task is left over at its end, or if a failure reached the
 * loop's exception handler. The method may take one parameter, the {@link org.asyncjava.runtime.TestLoop} it runs on.
 *
 * <p>These tests are run by an engine of their own ({@code async-junit}), because Jupiter takes only methods without a result. It knows
 * Jupiter's {@code @BeforeEach}, {@code @AfterEach}, {@code @BeforeAll}, {@code @AfterAll}, {@code @DisplayName}, {@code @Disabled} and
 * {@code @Tag}; a class may have tests of both kinds. Jupiter's extensions and nested classes are not available to them.
 *
 * @since 0.1.0
 */
@Documented
@Testable
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsyncTest {
    /** How time passes. */
    enum Time {
        /** The clock jumps when nothing can run: sleeping takes no time. */
        VIRTUAL,

        /** The clock on the wall. Tasks that are left over are cancelled, as {@code Coroutines.run} does. */
        REAL
    }

    /**
     * How time passes.
     *
     * @return virtual by default
     */
    Time time() default Time.VIRTUAL;

    /**
     * How long the test may take on the clock on the wall; after that it is cancelled and fails.
     *
     * @return seconds
     */
    long timeoutSeconds() default 60;
}
