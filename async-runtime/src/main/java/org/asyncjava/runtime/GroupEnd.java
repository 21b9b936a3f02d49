package org.asyncjava.runtime;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * When the loops of a group end, which they do together: the work of one may call another one to its last step. Thread-safe.
 *
 * <p>Drained they are when nobody works any more and nothing is on its way from one to another. No loop can see that alone, so all are asked, and answer
 * when they have nothing to do; what was on its way then has come before they are asked again, and shows as a task more.
 */
final class GroupEnd {
    private enum Life { OPEN, DRAINING, ENDING }

    private final CountDownLatch drained = new CountDownLatch(1);
    /** The loops' steps to the end, which they take together. */
    private final Phaser steps;
    private List<GroupMember> members = List.of();
    private volatile Life life = Life.OPEN;

    /** How many have answered since they were asked last. */
    private int answers;
    private boolean worked;

    GroupEnd(int size) {
        this.steps = new Phaser(size);
    }

    /** Whom to ask; before any of them runs. */
    void of(List<GroupMember> all) {
        members = all;
    }

    /** Refuses calls from outside to a loop whose group is being closed. Any thread. */
    static void requireTaking(EventLoop callee) {
        GroupEnd group = callee.groupEnd;
        if (group != null && group.life != Life.OPEN) {
            EventLoop caller = EventLoop.on(ThreadState.current());
            if (caller == null || caller.groupEnd != group) {
                throw new RejectedExecutionException("Loop group is closed");
            }
        }
    }

    /** Takes nothing more from outside. */
    synchronized void drain() {
        if (life == Life.OPEN) {
            life = Life.DRAINING;
            askAll();
        }
    }

    private void askAll() {
        answers = 0;
        worked = false;
        members.forEach(GroupMember::ask);
    }

    /**
     * A loop has nothing to do.
     *
     * @param tasks how many it has begun since its last answer
     */
    synchronized void answer(int tasks) {
        worked |= tasks > 0;
        answers++;
        if (answers == members.size()) {
            if (worked) {
                askAll();
            } else {
                drained.countDown();
            }
        }
    }

    /** Waits until nobody works any more, time is up or the calling thread is interrupted; true for the last. */
    boolean isInterruptedBeforeDrained(long nanos) {
        try {
            drained.await(nanos, TimeUnit.NANOSECONDS);
            return false;
        } catch (InterruptedException now) {
            return true;
        }
    }

    /** Has all loops cancel what is left. Whoever waits until they are drained waits no longer. */
    synchronized void begin() {
        if (life != Life.ENDING) {
            life = Life.ENDING;
            drained.countDown();
            members.forEach(GroupMember::wake);
        }
    }

    boolean hasBegun() {
        return life == Life.ENDING;
    }

    /** Has a loop run until all have come as far. */
    void awaitOthers(EventLoop loop) {
        int step = steps.arrive();
        if (steps.getPhase() != step) {
            members.forEach(GroupMember::wake);
        }
        Runner.runUntil(loop, () -> steps.getPhase() != step);
    }

    /** A loop takes part no more, whatever the reason is; the others do not wait for it, and end too. */
    void leave() {
        begin();
        steps.arriveAndDeregister();
        members.forEach(GroupMember::wake);
    }
}
