package org.asyncjava.examples.netty;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.asyncjava.runtime.LoopHost;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;

/**
 * One of Netty's event loops.
 *
 * @param thread the event loop, that of a channel for instance
 */
record NettyHost(SingleThreadEventLoop thread) implements LoopHost {
    /**
     * The host of a channel.
     *
     * @param eventLoop that of the channel; Netty's transports have none but those with a thread of their own
     * @return a host
     */
    static NettyHost of(EventLoop eventLoop) {
        return new NettyHost((SingleThreadEventLoop) eventLoop);
    }

    @Override
    public void execute(Runnable turn) {
        thread.execute(turn);
    }

    @Override
    public Runnable schedule(Runnable turn, Duration delay) {
        Future<?> timer = thread.schedule(turn, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public boolean isCurrent() {
        return thread.inEventLoop();
    }

    /** An event loop that shuts down runs its hooks on its own thread: {@code finally} blocks run there too. */
    @Override
    public void onEnd(Runnable ended) {
        try {
            thread.addShutdownHook(ended);
        } catch (RejectedExecutionException alreadyShutDown) {
            ended.run();
        }
    }
}
