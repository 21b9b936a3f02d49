package org.asyncjava.examples.dispatchers;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

import org.asyncjava.Async;
import org.asyncjava.runtime.Dispatcher;

/** A program with a window whose button loads something. */
public final class SwingProgram {
    private SwingProgram() {
    }

    /**
     * Prints where a journey goes that starts on the event thread, and what a button says that was clicked.
     *
     * @param arguments none
     * @throws Exception when the result does not come
     */
    public static void main(String[] arguments) throws Exception {
        SwingUtilities.invokeAndWait(() -> Dispatcher.install(SwingUtilities::invokeLater));
        CompletableFuture<List<Object>> places = new CompletableFuture<>();
        SwingUtilities.invokeLater(() -> Journey.of(SwingUtilities::isEventDispatchThread).thenAccept(places::complete));
        System.out.println("on the event thread: " + places.get());

        CompletableFuture<String> texts = new CompletableFuture<>();
        JFrame[] frame = new JFrame[1];
        SwingUtilities.invokeAndWait(() -> frame[0] = openWindow(texts));
        System.out.println("the button says: " + texts.get());
        SwingUtilities.invokeAndWait(frame[0]::dispose);
    }

    private static JFrame openWindow(CompletableFuture<String> texts) {
        JButton button = new JButton("load");
        JFrame frame = new JFrame("async");
        frame.add(button);
        frame.pack();
        frame.setVisible(true);
        button.addActionListener(event -> load(button).thenAccept(texts::complete));
        button.doClick();
        return frame;
    }

    @Async
    private static CompletableFuture<String> load(JButton button) {
        button.setText("loading");
        String before = button.getText();
        button.setText(await(Elsewhere.compute("loaded")));
        return CompletableFuture.completedFuture(before + ", then " + button.getText() + ", "
                + (SwingUtilities.isEventDispatchThread() ? "on" : "off") + " the event thread");
    }
}
