package org.asyncjava.runtime;

import java.util.List;

import org.jspecify.annotations.NullMarked;

/**
 * The loops of this process for whoever watches it through JMX: how many tasks there are, how far behind loops are, and what everybody waits for.
 *
 * <p>It is there once {@link LoopsRegistration#register} was called, as {@value #NAME}, and costs nothing until somebody asks. Loops are those that are not closed; strands are among them in debug mode alone.
 *
 * <p>Ask on a thread that runs no loop: what tells how far behind a loop is, is sent to it, and waited for for a moment.
 *
 * @since 0.1.0
 */
@NullMarked
public interface LoopsMXBean {
    /** The name under which it is registered. */
    String NAME = "org.asyncjava:type=Loops";

    /**
     * How many loops there are.
     *
     * @return the number
     */
    int getLoopCount();

    /**
     * How many tasks of these loops have not ended.
     *
     * @return the number
     */
    int getTaskCount();

    /**
     * How many methods that return a future are suspended on these loops.
     *
     * @return the number
     */
    int getMethodCount();

    /**
     * How far behind the loop is that is farthest behind: the greatest of {@link LoopState#getLagNanos}.
     *
     * @return nanoseconds
     */
    long getLagNanos();

    /**
     * The loops, the oldest first.
     *
     * @return what is known of each
     */
    List<LoopState> getLoops();

    /**
     * What everybody waits for, with deadlocks on top: {@link CoroutineDump#text()}.
     *
     * @return the text, in lines
     */
    String dump();

    /**
     * The same for programs: {@link CoroutineDump#json()}.
     *
     * @return an object of JSON
     */
    String dumpAsJson();

    /**
     * A loop.
     *
     * @since 0.1.0
     */
    interface LoopState {
        /**
         * Which one it is, as in dumps.
         *
         * @return from 1 on
         */
        int getNumber();

        /**
         * What runs its turns.
         *
         * @return {@code loop}, {@code hosted loop} or {@code strand}
         */
        String getKind();

        /**
         * The thread that runs it.
         *
         * @return its name; empty if none does
         */
        String getThread();

        /**
         * What it does now.
         *
         * @return a word or two, as in dumps: {@code in a step}, {@code waiting}, {@code idle}, {@code not running}
         */
        String getState();

        /**
         * How many of its tasks have not ended.
         *
         * @return the number
         */
        int getTaskCount();

        /**
         * How many tasks it has had.
         *
         * @return the number
         */
        int getTasksMade();

        /**
         * How many methods that return a future are suspended on it.
         *
         * @return the number
         */
        int getMethodCount();

        /**
         * How long what is ready, or due, has to wait for its turn: measured by something that is sent to the loop. Of a loop that does not answer soon it is
         * how long it has not, since somebody asked first; of one that nobody runs, 0.
         *
         * @return nanoseconds
         */
        long getLagNanos();
    }
}
