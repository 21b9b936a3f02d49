package org.asyncjava.runtime;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/** One loop of a group, and the thread that runs it until the group ends. */
final class GroupMember implements Runnable {
    final EventLoop loop = new EventLoop();
    private final GroupEnd end;
    private final Thread thread;

    // Of the loop.
    private boolean asked;
    private int tasksAtLastAnswer;

    GroupMember(GroupEnd end, ThreadFactory threads) {
        this.end = end;
        this.thread = threads.newThread(this);
        loop.groupEnd = end;
    }

    void start() {
        thread.start();
    }

    /** What becomes of a loop that no thread runs. */
    void abandon() {
        end.leave();
        loop.close();
    }

    boolean isOnThisThread() {
        return thread == Thread.currentThread();
    }

    /** Waits for the thread; true if an interrupt came meanwhile. */
    boolean join() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
    }

    /** As long as others may call, to clean up, this loop runs; what they call so late is not among what is cancelled. */
    @Override
    public void run() {
        try {
            Runner.runUntil(loop, this::isOver);
            List<Task<?>> leftovers = loop.tasks.living();
            end.awaitOthers(loop);
            leftovers.removeIf(LoopFuture::isDone);
            Runner.cancelLeftovers(loop, leftovers);
            Runner.closeGenerators(loop);
            end.awaitOthers(loop);
            Runner.endThreads(loop);
        } finally {
            end.leave();
            loop.close();
        }
    }

    /** Has the loop answer when it has nothing to do. Any thread. */
    void ask() {
        send(() -> asked = true);
    }

    /** Has the loop see that something has changed. Any thread. */
    void wake() {
        send(() -> { });
    }

    private void send(Runnable command) {
        try {
            loop.execute(command);
        } catch (RejectedExecutionException closed) {
            return; // it has seen the end
        }
    }

    /** After each turn. */
    private boolean isOver() {
        if (asked && loop.tasks.haveEnded() && loop.hotCalls.isEmpty()) {
            asked = false;
            int begun = loop.tasks.made() - tasksAtLastAnswer;
            tasksAtLastAnswer = loop.tasks.made();
            end.answer(begun);
        }
        return end.hasBegun();
    }
}
