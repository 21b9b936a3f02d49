package org.asyncjava.runtime;

import java.util.function.BiFunction;

/**
 * The three parts in which a suspended {@link HotCall} is given away: to an operand of ours as its driver, to a stage as the function of
 * its outcome, to a dispatcher as the work to run. None of them throws.
 *
 * <p>Public only because generated code implements it.
 *
 * @since 0.1.0
 */
public interface HotResumption extends Driver, Runnable, BiFunction<Object, Throwable, Object> {
    /**
     * The call that is resumed.
     *
     * @return never null
     */
    HotCall hotCall();

    /** The operand is done: resumes the call where its dispatcher says. */
    @Override
    default void wake() {
        HotDrive.wake(hotCall());
    }

    /** Resumes the call on this thread, which is the dispatcher's. */
    @Override
    default void run() {
        HotDrive.runAtHome(hotCall(), ThreadState.current());
    }

    /**
     * The operand is done: resumes the call where its dispatcher says. The body reads the outcome from the operand.
     *
     * @param value not used
     * @param failure null, or what the call's position is added to
     * @return null
     */
    @Override
    default Object apply(Object value, Throwable failure) {
        if (failure != null) {
            LogicalTrace.reaches(failure, this);
        }
        HotDrive.wake(hotCall());
        return null;
    }
}
