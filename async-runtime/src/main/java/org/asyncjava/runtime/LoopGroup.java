package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.NullMarked;

/**
 * Several loops, each on a thread of its own, for programs that have more to compute than one thread can.
 *
 * <pre>{@code
 * try (LoopGroup group = new LoopGroup()) {
 *     List<Page> pages = run(() -> Coroutine.of(await(gather(
 *             documents.stream().map(document -> group.next().call(() -> render(document))).toList()))));
 * }
 * }</pre>
 *
 * <p>A loop of the group is like any other one: what is confined belongs to one of them, and {@link EventLoop#call} leads from each to each. What is to
 * be touched by one thread only goes to {@link #forKey}, always the same loop for the same key. The group alone stops and closes its loops.
 *
 * <p>The threads are no daemons: like an {@code ExecutorService}, a group keeps the JVM running until it is closed. Thread-safe.
 *
 * @since 0.1.0
 */
@NullMarked
public final class LoopGroup implements AutoCloseable {
    private final GroupEnd end;
    private final List<GroupMember> members;
    private final List<EventLoop> loops;
    private final AtomicInteger turn = new AtomicInteger();

    /** Starts a loop for each processor, on threads with the names {@code asyncjava-loop-1}, {@code asyncjava-loop-2} and so on. */
    public LoopGroup() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Starts loops on threads with the names {@code asyncjava-loop-1}, {@code asyncjava-loop-2} and so on.
     *
     * @param size how many
     * @throws IllegalArgumentException when it is less than 1
     */
    public LoopGroup(int size) {
        this(size, "asyncjava-loop");
    }

    /**
     * Starts loops on threads with names: {@code pages-1}, {@code pages-2} and so on for {@code pages}.
     *
     * @param size how many
     * @param name what the threads' names begin with
     * @throws IllegalArgumentException when the size is less than 1
     */
    public LoopGroup(int size, String name) {
        this(size, namedThreads(Objects.requireNonNull(name, "name")));
    }

    LoopGroup(int size, ThreadFactory threads) {
        if (size < 1) {
            throw new IllegalArgumentException("a group of " + size + " loops: it needs at least one");
        }
        end = new GroupEnd(size);
        List<GroupMember> made = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            made.add(new GroupMember(end, threads));
        }
        members = List.copyOf(made);
        loops = members.stream().map(member -> member.loop).toList();
        end.of(members);
        start();
    }

    private static ThreadFactory namedThreads(String name) {
        AtomicInteger made = new AtomicInteger();
        return run -> {
            Thread thread = new Thread(run, name + "-" + made.incrementAndGet());
            thread.setDaemon(false);
            return thread;
        };
    }

    /** All, or none if the JVM has no thread for one of them. */
    private void start() {
        int started = 0;
        try {
            for (; started < members.size(); started++) {
                members.get(started).start();
            }
        } finally {
            members.subList(started, members.size()).forEach(GroupMember::abandon);
        }
    }

    /**
     * All loops of the group.
     *
     * @return an unmodifiable list, in the order of the threads' names
     */
    public List<EventLoop> loops() {
        return loops;
    }

    /**
     * The loops in turn, whoever asks.
     *
     * @return a loop of the group
     */
    public EventLoop next() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    /**
     * The loop of a key: the same one for equal keys, as long as the group lives.
     *
     * @param key anything with a {@code hashCode}
     * @return a loop of the group
     */
    public EventLoop forKey(Object key) {
        int hash = Objects.requireNonNull(key, "key").hashCode();
        return loops.get(Math.floorMod(hash ^ hash >>> 16, loops.size()));
    }

    /**
     * Waits until no loop of the group has a task or a suspended method any more, then closes the loops and ends the threads. Meanwhile calls from outside of the
     * group are refused with a {@link java.util.concurrent.RejectedExecutionException}; those from one loop of the group to another one are not, so
     * that what runs comes to its end. Callbacks and timers of the loops are not waited for. An interrupt of the calling thread has what
     * is left cancelled, as {@link #close(Duration)} does when its time is up; the thread is interrupted again afterwards. Closing twice does nothing.
     *
     * <p>This blocks. In an async method: {@code await(toThread(() -> { group.close(); return null; }))}, and not in one that a loop of the group runs.
     *
     * @throws IllegalStateException on a thread of the group, for which the group would wait
     */
    @Override
    public void close() {
        close(Long.MAX_VALUE);
    }

    /**
     * As {@link #close()}, for a time; then tasks and methods that are left over are cancelled and given the time to clean up, as {@code run} does it.
     *
     * @param limit how long to wait before that; zero or negative: not at all
     * @throws IllegalStateException on a thread of the group, for which the group would wait
     */
    public void close(Duration limit) {
        close(Nanos.of(Objects.requireNonNull(limit, "limit")));
    }

    private void close(long nanos) {
        requireOutside();
        end.drain();
        boolean interrupted = end.isInterruptedBeforeDrained(nanos);
        end.begin();
        for (GroupMember member : members) {
            interrupted |= member.join();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOutside() {
        if (members.stream().anyMatch(GroupMember::isOnThisThread)) {
            throw new IllegalStateException("a loop group cannot be closed on one of its own threads, since it waits for them; "
                    + "close it where it was made, or by new Thread(group::close).start()");
        }
    }
}
