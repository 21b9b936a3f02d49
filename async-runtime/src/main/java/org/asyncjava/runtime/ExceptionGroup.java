package org.asyncjava.runtime;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.NullMarked;

/**
 * Several failures at once, as Python's {@code ExceptionGroup}: what a {@link TaskGroup} throws. Groups may contain groups; an exception that
 * is no group is a leaf.
 *
 * <p>In a printed stack trace the first exception is the cause and the others are suppressed exceptions, so that all are seen.
 *
 * <pre>{@code
 * try {
 *     await(TaskGroup.open(g -> ...));
 * } catch (ExceptionGroup failures) {
 *     failures.handle(IOException.class, e -> log(e)).ifPresent(rest -> { throw rest; });
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
public final class ExceptionGroup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String description;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<Throwable> exceptions;

    /**
     * Makes a group.
     *
     * @param description what happened
     * @param exceptions at least one
     * @throws IllegalArgumentException when there is none
     */
    public ExceptionGroup(String description, List<? extends Throwable> exceptions) {
        super(Objects.requireNonNull(description, "description"), firstOf(exceptions));
        this.description = description;
        this.exceptions = List.copyOf(exceptions);
        this.exceptions.stream().skip(1).forEach(this::addSuppressed);
    }

    private static Throwable firstOf(List<? extends Throwable> exceptions) {
        if (Objects.requireNonNull(exceptions, "exceptions").isEmpty()) {
            throw new IllegalArgumentException("a group of exceptions must not be empty");
        }
        return exceptions.get(0);
    }

    /**
     * What happened, without the number of exceptions.
     *
     * @return the description as given
     */
    public String description() {
        return description;
    }

    /**
     * The exceptions, in the order in which they were thrown.
     *
     * @return an unmodifiable list
     */
    public List<Throwable> exceptions() {
        return exceptions;
    }

    /** The description and the number of exceptions, as Python prints it. */
    @Override
    public String getMessage() {
        int count = exceptions == null ? 1 : exceptions.size();
        return description + " (" + count + (count == 1 ? " sub-exception)" : " sub-exceptions)");
    }

    /**
     * The part of this group, groups within it included, whose exceptions satisfy a condition.
     *
     * @param condition asked about this group, then about the groups and leaves in it; all of a group that satisfies it is taken
     * @return the part; empty if nothing satisfies the condition
     */
    public Optional<ExceptionGroup> subgroup(Predicate<? super Throwable> condition) {
        return split(condition).matching();
    }

    /**
     * The part of this group, groups within it included, whose exceptions are of a type.
     *
     * @param type which exceptions; {@code ExceptionGroup} itself takes all
     * @return the part; empty if there is none
     */
    public Optional<ExceptionGroup> subgroup(Class<? extends Throwable> type) {
        return split(type).matching();
    }

    /**
     * Divides this group in two: the exceptions of a type, and the others.
     *
     * @param type which exceptions match; {@code ExceptionGroup} itself takes all
     * @return both parts, nested as this group is
     */
    public Split split(Class<? extends Throwable> type) {
        return split(Objects.requireNonNull(type, "type")::isInstance);
    }

    /**
     * Divides this group in two.
     *
     * @param condition asked about this group, then about the groups and leaves in it; all of a group that satisfies it matches
     * @return both parts, nested as this group is
     */
    public Split split(Predicate<? super Throwable> condition) {
        if (Objects.requireNonNull(condition, "condition").test(this)) {
            return new Split(Optional.of(this), Optional.empty());
        }
        return GroupSplit.of(this, condition);
    }

    /**
     * Handles the leaves of one type: Python's {@code except*}.
     *
     * @param <X> the type
     * @param type which leaves
     * @param handler called for each of them
     * @return what is left over, to be handled otherwise or thrown
     */
    public <X extends Throwable> Optional<ExceptionGroup> handle(Class<X> type, Consumer<? super X> handler) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(handler, "handler");
        Split parts = split(exception -> !(exception instanceof ExceptionGroup) && type.isInstance(exception));
        parts.matching().ifPresent(matching -> matching.forEachLeaf(leaf -> handler.accept(type.cast(leaf))));
        return parts.rest();
    }

    private void forEachLeaf(Consumer<Throwable> action) {
        Deque<Iterator<Throwable>> open = new ArrayDeque<>();
        open.push(exceptions.iterator());
        while (!open.isEmpty()) {
            Iterator<Throwable> innermost = open.peek();
            if (!innermost.hasNext()) {
                open.pop();
                continue;
            }
            Throwable exception = innermost.next();
            if (exception instanceof ExceptionGroup group) {
                open.push(group.exceptions.iterator());
            } else {
                action.accept(exception);
            }
        }
    }

    /** As any exception is printed; groups that are nested in groups need no stack. */
    @Override
    public void printStackTrace(PrintStream stream) {
        synchronized (stream) {
            TracePrinter.print(this, stream::println);
        }
    }

    /** As any exception is printed; groups that are nested in groups need no stack. */
    @Override
    public void printStackTrace(PrintWriter writer) {
        synchronized (writer) {
            TracePrinter.print(this, writer::println);
        }
    }

    /**
     * A group in two parts.
     *
     * @param matching what satisfies the condition
     * @param rest what does not
     * @since 0.1.0
     */
    public record Split(Optional<ExceptionGroup> matching, Optional<ExceptionGroup> rest) {
    }
}
