package org.asyncjava.runtime;

import java.util.function.BiConsumer;

/** Where a loop's failures go that nobody can catch. Immutable. Its methods never throw. */
final class ExceptionHandling {
    private static final String UNCAUGHT = "Exception in callback";

    /** To the log: that of all loops without a handler of their own. */
    static final ExceptionHandling LOGGED = new ExceptionHandling(null, null);

    private final EventLoop loop;
    /** Null for the log. */
    private final BiConsumer<EventLoop, FailureContext> handler;

    private ExceptionHandling(EventLoop loop, BiConsumer<EventLoop, FailureContext> handler) {
        this.loop = loop;
        this.handler = handler;
    }

    static ExceptionHandling by(BiConsumer<EventLoop, FailureContext> handler, EventLoop loop) {
        return handler == null ? LOGGED : new ExceptionHandling(loop, handler);
    }

    BiConsumer<EventLoop, FailureContext> handler() {
        return handler;
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
        if (handler == null) {
            log(context);
            return;
        }
        ThreadState thread = ThreadState.current();
        Context outer = Context.enter(thread, own == null ? thread.context : own);
        try {
            handler.accept(loop, context);
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
