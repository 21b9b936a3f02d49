package org.asyncjava.lsp;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** The server on standard input and output. */
public final class Main {
    private Main() {
    }

    /**
     * Serves until the client ends it, or is gone.
     *
     * @param arguments none
     * @throws InterruptedException if somebody interrupts
     */
    public static void main(String[] arguments) throws InterruptedException {
        InputStream in = System.in;
        PrintStream out = System.out;
        System.setOut(System.err); // standard output is the client's
        AsyncLanguageServer server = new AsyncLanguageServer();
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.connect(launcher.getRemoteProxy());
        try {
            launcher.startListening().get();
        } catch (ExecutionException gone) {
            System.err.println("async-java: the client is gone: " + gone.getCause());
        }
        System.exit(server.exitCode());
    }
}
