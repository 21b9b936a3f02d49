package org.asyncjava.examples.desktop;

import static org.asyncjava.Await.await;

import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopHost;

/** Clicks start, then cancel, then start again; prints what the window says. */
public final class Clicks {
    private static ImportWindow window;

    private Clicks() {
    }

    /**
     * The program.
     *
     * @param arguments where the picture of the window goes
     * @throws Exception when something does not come
     */
    public static void main(String[] arguments) throws Exception {
        EventLoop.hosted(LoopHost.swing());
        CompletableFuture<Void> reached = new CompletableFuture<>();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        boolean[] first = {true};
        boolean[] onEventThread = {true};
        SwingUtilities.invokeAndWait(() -> {
            window = new ImportWindow(List.of("accounts.csv", "books.csv", "cities.csv", "disks.csv", "eggs.csv"), file -> {
                await(CompletableFuture.runAsync(() -> { }));
                onEventThread[0] &= SwingUtilities.isEventDispatchThread();
                if (first[0] && file.startsWith("d")) {
                    first[0] = false;
                    reached.complete(null);
                    await(gate);
                }
                return Coroutine.of(9);
            });
            window.open();
        });
        print("before");
        SwingUtilities.invokeAndWait(window.start::doClick);
        reached.get(60, TimeUnit.SECONDS);
        print("in the middle");
        takePicture(new File(arguments[0]));
        SwingUtilities.invokeAndWait(window.cancel::doClick);
        ended();
        print("cancelled");
        SwingUtilities.invokeAndWait(window.start::doClick);
        ended();
        print("second time");
        System.out.println("on the event thread: " + onEventThread[0]);
        System.exit(0);
    }

    /** Waits until what the button has started has ended. */
    private static void ended() throws Exception {
        CompletableFuture<Object> end = new CompletableFuture<>();
        SwingUtilities.invokeAndWait(() -> window.running.addDoneCallback(end::complete));
        end.get(60, TimeUnit.SECONDS);
    }

    private static void print(String when) throws Exception {
        SwingUtilities.invokeAndWait(() -> System.out.println(when + ": " + window.status.getText() + ", " + window.progress.getValue() + " of "
                + window.progress.getMaximum() + ", " + (window.start.isEnabled() ? "start" : "cancel") + " can be clicked"));
    }

    private static void takePicture(File file) throws Exception {
        Robot robot = new Robot();
        robot.waitForIdle();
        Toolkit.getDefaultToolkit().sync();
        ImageIO.write(robot.createScreenCapture(window.frame.getBounds()), "png", file);
    }
}
