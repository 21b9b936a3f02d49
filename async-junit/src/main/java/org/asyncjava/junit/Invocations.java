package org.asyncjava.junit;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.asyncjava.runtime.Exploration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The runs of a test that runs in many orders, each an invocation of Jupiter's: which is the next hangs on how the one before has ended. */
final class Invocations implements Iterator<TestTemplateInvocationContext> {
    private final Exploration exploration;
    private final ExtensionContext template;
    private Optional<Exploration.Run> next = Optional.empty();
    private volatile boolean isStopped;

    /** One of them. */
    private record Named(String name) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return name;
        }
    }

    private Invocations(Exploration exploration, ExtensionContext template) {
        this.exploration = exploration;
        this.template = template;
    }

    static Stream<TestTemplateInvocationContext> of(Exploration exploration, ExtensionContext template) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Invocations(exploration, template), Spliterator.ORDERED), false);
    }

    /** Somebody else has failed a run, as a time limit does: Jupiter has told it, and there is no more to be found. */
    void stop() {
        isStopped = true;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !isStopped) {
            next = next(exploration);
        }
        return next.isPresent();
    }

    private static Optional<Exploration.Run> next(Exploration exploration) {
        try {
            return exploration.next();
        } catch (IllegalStateException running) {
            throw new IllegalStateException(running.getMessage() + ": where tests run in parallel mark this one @Execution(SAME_THREAD)", running);
        }
    }

    @Override
    public TestTemplateInvocationContext next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Exploration.Run run = next.get();
        next = Optional.empty();
        TestLoops.next(template, new ExploredRun(run, this));
        return new Named(run.name());
    }
}
