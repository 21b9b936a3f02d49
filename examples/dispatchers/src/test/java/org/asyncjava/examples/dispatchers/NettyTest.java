package org.asyncjava.examples.dispatchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.asyncjava.runtime.Dispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/** Netty's event loops. */
class NettyTest {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(4, NioIoHandler.newFactory());

    @AfterEach
    void stop() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void aMethodThatStartsOnAnEventLoopGoesOnOnThatOne() throws Exception {
        group.forEach(loop -> loop.execute(() -> Dispatcher.install(loop)));
        EventLoop loop = group.next();
        CompletableFuture<List<Object>> places = new CompletableFuture<>();
        loop.execute(() -> Journey.of(loop::inEventLoop).thenAccept(places::complete));
        assertThat(places.get()).isEqualTo(Collections.nCopies(6, true));
    }
}
