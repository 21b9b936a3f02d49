package shop;

import java.net.URI;

import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Jersey's resources as beans of Weld, behind Grizzly. */
public final class Shop implements AutoCloseable {
    private final WeldContainer beans = new Weld().initialize();
    private final HttpServer server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), new ResourceConfig(PriceResource.class));

    public static void main(String[] arguments) {
        System.out.println("listening on port " + new Shop().port());
    }

    public int port() {
        return server.getListener("grizzly").getPort();
    }

    public <T> T bean(Class<T> type) {
        return beans.select(type).get();
    }

    @Override
    public void close() {
        server.shutdownNow();
        beans.close();
    }
}
