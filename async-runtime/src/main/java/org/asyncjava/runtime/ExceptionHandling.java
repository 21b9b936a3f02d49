package org.asyncjava.runtime;

import java.util.function.BiConsumer;

/** Where a loop's failures go that nobody can catch. Its methods never throw. */
final class ExceptionHandling {
    private static final String UNCAUGHT = "Exception in callback";

    private final EventLoop loop;
    private volatile BiConsumer<EventLoop, FailureContext> handler;

    ExceptionHandling(EventLoop loop) {
        this.loop = loop;
    }

    BiConsumer<EventLoop, FailureContext> handler() {
        return handler;
    }

    void handler(BiConsumer<EventLoop, FailureContext> replacement) {
        handler = replacement;
    }

    /** A callback has thrown. What was handed over without a handle is shown as one. */
    void uncaught(Runnable item, Throwable failure) {
        if (item instanceof DoneCallback<?> callback) {
            tell(new FailureContext(UNCAUGHT, failure, callback.future()), callback.context());
        } else {
            report(new FailureContext(UNCAUGHT, failure, item instanceof Handle ? item : new SoonHandle(item)));
        }
    }

    /** Tells the handler, which runs in the context of the task or callback that has failed. */
    void report(FailureContext context) {
        Object source = context.source();
        if (source instanceof Task<?> task && !task.isRunning()) {
            Context own = task.context();
            tell(context, own == null ? new Context() : own);
        } else {
            tell(context, source instanceof Handle handle ? handle.context() : null);
        }
    }

    /**
     * Tells the handler.
     *
     * @param own what it runs in; null for what the thread runs in
     */
    private void tell(FailureContext context, Context own) {
        BiConsumer<EventLoop, FailureContext> chosen = handler;
        if (chosen == null) {
            log(context);
            return;
        }
        ThreadState thread = ThreadState.current();
        Context outer = Context.enter(thread, own == null ? thread.context : own);
        try {
            chosen.accept(loop, context);
        } catch (Throwable broken) {
            log(context);
            log(new FailureContext("Unhandled error in exception handler", broken, null));
        } finally {
            Context.leave(thread, outer);
        }
    }

    static void log(FailureContext context) {
        String source = context.source() == null ? "" : ": " + ShortText.of(context.source());
        FailureLog.error(context.message() + source, context.exception());
    }
}
