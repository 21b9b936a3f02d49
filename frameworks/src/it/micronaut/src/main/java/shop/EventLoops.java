package shop;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.asyncjava.runtime.Dispatcher;

/** What a controller calls goes on in the event loop of its request. */
@Singleton
class EventLoops implements ApplicationEventListener<ServerStartupEvent> {
    private final EventLoopGroupRegistry groups;

    EventLoops(EventLoopGroupRegistry groups) {
        this.groups = groups;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        groups.getDefaultEventLoopGroup().forEach(loop -> loop.execute(() -> Dispatcher.install(loop)));
    }
}
