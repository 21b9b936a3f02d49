package org.asyncjava.transformer.observe;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Brings the agent to another process: its jar, and the socket at which it reports, both in a folder that no other user can read and that is gone afterwards. */
final class Delivery implements AutoCloseable {
    private final Path folder;
    private final Path agent;
    private final Path socket;
    private final ServerSocketChannel door;

    Delivery() throws IOException {
        this.folder = Files.createTempDirectory("asyncjava");
        this.agent = folder.resolve("agent.jar").toAbsolutePath();
        this.socket = folder.resolve("s").toAbsolutePath();
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            pack(agent);
            door.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException failure) {
            close();
            throw new IOException("no agent can be put into " + folder + " (" + failure.getMessage() + "); -Djava.io.tmpdir=FOLDER names another place", failure);
        }
    }

    private static void pack(Path agent) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Agent-Class"), DumpAgent.class.getName());
        String entry = DumpAgent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
                InputStream code = Delivery.class.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        }
    }

    String agent() {
        return agent.toString();
    }

    String address() {
        return socket.toString();
    }

    /** The agent has been loaded, so that it is at the door. */
    SocketChannel collected() throws IOException {
        door.configureBlocking(false);
        SocketChannel agentsEnd = door.accept();
        if (agentsEnd == null) {
            throw new IOException("the agent has not reported");
        }
        agentsEnd.configureBlocking(true);
        return agentsEnd;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Path each : new Path[] {agent, socket, folder}) {
            if (!each.toFile().delete()) {
                each.toFile().deleteOnExit(); // on Windows a jar that the other process has open
            }
        }
    }
}
