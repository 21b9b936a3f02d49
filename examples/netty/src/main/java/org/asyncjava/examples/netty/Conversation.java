package org.asyncjava.examples.netty;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** What one client says and is answered, line by line: one task, on the event loop of the channel, as long as the client is connected. */
final class Conversation extends SimpleChannelInboundHandler<String> {
    private static final int MANY = 100;

    private final Function<String, ? extends CompletionStage<String>> service;
    private final Duration limit;
    private final AsyncQueue<String> lines = new AsyncQueue<>();
    private Task<Void> task;

    Conversation(Function<String, ? extends CompletionStage<String>> service, Duration limit) {
        this.service = service;
        this.limit = limit;
    }

    @Override
    public void channelActive(ChannelHandlerContext client) {
        EventLoop loop = EventLoop.hosted(NettyHost.of(client.channel().eventLoop()));
        task = loop.createTask(converse(client), client.channel().toString());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext client, String line) {
        lines.putNow(line);
        readWhileFewWait(client);
    }

    @Override
    public void channelInactive(ChannelHandlerContext client) {
        task.cancel();
    }

    @Async
    private Coroutine<Void> converse(ChannelHandlerContext client) {
        try {
            while (true) {
                String line = await(lines.take());
                readWhileFewWait(client);
                client.writeAndFlush(await(answer(line)) + "\n");
            }
        } finally {
            client.close();
        }
    }

    /** Who says much and does not wait for answers is not listened to for a while; that it has gone is then noticed later. */
    private void readWhileFewWait(ChannelHandlerContext client) {
        client.channel().config().setAutoRead(lines.size() < MANY);
    }

    @Async
    private Coroutine<String> answer(String line) {
        try {
            return Coroutine.of(await(waitFor(from(service.apply(line)), limit)));
        } catch (AsyncTimeoutException late) {
            return Coroutine.of("too late");
        }
    }
}
