package org.asyncjava.examples.vertx;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.asyncjava.runtime.LoopHost;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;

/**
 * A context of Vert.x. Several contexts share a thread, so the context is the host and not the thread. A request has a context of its own, a duplicate of
 * that of its verticle: all duplicates are one host.
 */
record VertxHost(ContextInternal context) implements LoopHost {
    /**
     * The host that a context belongs to.
     *
     * @param context that of a verticle or of a request
     * @return a host; it ends when the verticle is undeployed
     */
    static VertxHost of(Context context) {
        return new VertxHost(((ContextInternal) context).unwrap());
    }

    @Override
    public void execute(Runnable turn) {
        context.runOnContext(none -> turn.run());
    }

    /** Vert.x counts milliseconds; its timers fire in the context that set them. */
    @Override
    public Runnable schedule(Runnable turn, Duration delay) {
        long millis = TimeUnit.NANOSECONDS.toMillis(delay.toNanos() - 1) + 1;
        long timer = context.owner().setTimer(millis, fired -> execute(turn));
        return () -> context.owner().cancelTimer(timer);
    }

    @Override
    public boolean isCurrent() {
        return Vertx.currentContext() instanceof ContextInternal current && current.unwrap() == context;
    }

    /** The verticle is undeployed when what is left has been cancelled and has cleaned up in its context. */
    @Override
    public void onEnd(Runnable ended) {
        context.addCloseHook(closed -> context.runOnContext(none -> {
            ended.run();
            closed.succeed();
        }));
    }
}
