package org.asyncjava.examples.desktop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;

import java.time.Duration;
import java.util.List;

import javax.swing.SwingUtilities;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopHost;

/** Opens the window. */
public final class Desktop {
    private Desktop() {
    }

    /**
     * The program.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        EventLoop.hosted(LoopHost.swing()); // from now on the event thread has a loop
        SwingUtilities.invokeLater(() -> new ImportWindow(List.of("accounts.csv", "books.csv", "cities.csv"), file -> {
            await(sleep(Duration.ofSeconds(1)));
            return Coroutine.of(await(toThread(() -> file.length())));
        }).open());
    }
}
