package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A group that is being divided in two, while the groups in it are. Needs no stack, however deeply groups are nested. */
final class GroupSplit {
    private final ExceptionGroup group;
    private final Iterator<Throwable> exceptions;
    private final List<Throwable> matching = new ArrayList<>();
    private final List<Throwable> rest = new ArrayList<>();

    private GroupSplit(ExceptionGroup group) {
        this.group = group;
        this.exceptions = group.exceptions().iterator();
    }

    /** The two parts of a group that does not match as a whole. */
    static ExceptionGroup.Split of(ExceptionGroup whole, Predicate<? super Throwable> condition) {
        Deque<GroupSplit> open = new ArrayDeque<>();
        open.push(new GroupSplit(whole));
        while (true) {
            GroupSplit innermost = open.peek();
            if (innermost.exceptions.hasNext()) {
                Throwable exception = innermost.exceptions.next();
                boolean matches = condition.test(exception);
                if (!matches && exception instanceof ExceptionGroup nested) {
                    open.push(new GroupSplit(nested));
                } else {
                    (matches ? innermost.matching : innermost.rest).add(exception);
                }
            } else {
                open.pop();
                ExceptionGroup.Split parts = new ExceptionGroup.Split(innermost.derived(innermost.matching), innermost.derived(innermost.rest));
                if (open.isEmpty()) {
                    return parts;
                }
                parts.matching().ifPresent(open.peek().matching::add);
                parts.rest().ifPresent(open.peek().rest::add);
            }
        }
    }

    private Optional<ExceptionGroup> derived(List<Throwable> part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        ExceptionGroup derived = new ExceptionGroup(group.description(), part);
        derived.setStackTrace(group.getStackTrace());
        return Optional.of(derived);
    }
}
