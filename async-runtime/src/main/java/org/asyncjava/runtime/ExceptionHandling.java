package org.asyncjava.runtime;

import java.util.function.BiConsumer;

/** Where a loop's failures go that nobody can catch. Its methods never throw. */
final class ExceptionHandling {
    private final EventLoop loop;
    private volatile BiConsumer<EventLoop, FailureContext> handler;

    ExceptionHandling(EventLoop loop) {
        this.loop = loop;
    }

    void handler(BiConsumer<EventLoop, FailureContext> replacement) {
        handler = replacement;
    }

    /** A callback has thrown. */
    void uncaught(Throwable failure) {
        report(new FailureContext("Exception in callback", failure, null));
    }

    void report(FailureContext context) {
        BiConsumer<EventLoop, FailureContext> chosen = handler;
        if (chosen == null) {
            log(context);
            return;
        }
        try {
            chosen.accept(loop, context);
        } catch (Throwable broken) {
            log(context);
            log(new FailureContext("Unhandled error in exception handler", broken, null));
        }
    }

    static void log(FailureContext context) {
        String source = context.source() == null ? "" : ": " + ShortText.of(context.source());
        FailureLog.error(context.message() + source, context.exception());
    }
}
