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
    /**
     * In how many orders the test is run at most, first in asyncio's: then what is ready waits for one another in others, as {@code TestLoop.explore} says. Each
     * run is an invocation of Jupiter's, with an instance, set-up, tear-down and loop of its own. The first that fails is followed by some that look for the fewest
     * changes to asyncio's order with which the test fails, and by one that fails, and says who ran when, and how it is run again.
     *
     * <p>Which orders are run is the same each time; {@code -Dasyncjava.tests.seed=42} draws others.
     *
     * @return the number, from 1 on
     */
    int schedules() default 1;

    /**
     * Whether the test is run twice more for each of its awaits at which it was suspended, cancelled there, in each of the orders: as soon as it waits, and when what it
     * waited for is there and it is about to go on, so that this is dropped. It fails if it does not pass the cancellation on, leaves a task, keeps a lock, a permit or an item of a queue, leaves a generator open, or what clears up after it finds something wrong.
     *
     * @return true to do so
     */
    boolean cancelEverywhere() default false;

    /**
     * How the test is run, instead of anything else: as it has failed before.
     *
     * @return what the failure has printed; empty for nothing
     */
    String replay() default "";
}
