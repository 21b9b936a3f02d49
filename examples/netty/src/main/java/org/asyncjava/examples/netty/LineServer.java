package org.asyncjava.examples.netty;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;

/** Answers each line of its clients with a line. */
final class LineServer {
    private static final int LONGEST_LINE = 1000;

    private LineServer() {
    }

    /**
     * Starts a server on a free port of this machine.
     *
     * @param group whose event loops serve the clients
     * @param service what is answered to a line; its stage is cancelled when the client has gone
     * @param limit how long the service may take
     * @return the channel that listens
     */
    static Channel start(EventLoopGroup group, Function<String, ? extends CompletionStage<String>> service, Duration limit) {
        ChannelInitializer<Channel> clients = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel client) {
                client.pipeline().addLast(new LineBasedFrameDecoder(LONGEST_LINE), new StringDecoder(StandardCharsets.UTF_8),
                        new StringEncoder(StandardCharsets.UTF_8), new Conversation(service, limit));
            }
        };
        return new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
                .childHandler(clients).bind("localhost", 0).syncUninterruptibly().channel();
    }
}
