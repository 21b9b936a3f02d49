package org.asyncjava.examples.desktop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;

import java.awt.BorderLayout;
import java.util.List;
import java.util.concurrent.CancellationException;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncFunction;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/**
 * Imports files one after the other. A bar shows how far that is, a button ends it. Everything in here runs on the event thread, the task too, so
 * that no field needs a lock and no line an {@code invokeLater}.
 */
final class ImportWindow {
    private final List<String> files;
    private final AsyncFunction<String, Integer> load;

    final JFrame frame = new JFrame("Import");
    final JButton start = new JButton("Start");
    final JButton cancel = new JButton("Cancel");
    final JProgressBar progress;
    final JLabel status = new JLabel("ready");

    /** What the button has started last. */
    Task<Integer> running;

    /**
     * Makes the window. On the event thread.
     *
     * @param files the names of the files
     * @param load imports a file and results in how many lines that has
     */
    ImportWindow(List<String> files, AsyncFunction<String, Integer> load) {
        this.files = files;
        this.load = load;
        progress = new JProgressBar(0, files.size());
        progress.setStringPainted(true);
        cancel.setEnabled(false);
        start.addActionListener(click -> running = createTask(importAll()));
        cancel.addActionListener(click -> running.cancel());
    }

    @Async
    private Coroutine<Integer> importAll() {
        start.setEnabled(false);
        cancel.setEnabled(true);
        progress.setValue(0);
        int lines = 0;
        try {
            for (String file : files) {
                status.setText("importing " + file);
                lines += await(load.call(file));
                progress.setValue(progress.getValue() + 1);
            }
            status.setText(lines + " lines");
        } catch (CancellationException cancelled) {
            status.setText("cancelled");
            throw cancelled;
        } finally {
            start.setEnabled(true);
            cancel.setEnabled(false);
        }
        return Coroutine.of(lines);
    }

    void open() {
        JPanel buttons = new JPanel();
        buttons.add(start);
        buttons.add(cancel);
        JPanel content = new JPanel(new BorderLayout(10, 10));
        content.setBorder(BorderFactory.createEmptyBorder(10, 10, 10, 10));
        content.add(status, BorderLayout.NORTH);
        content.add(progress, BorderLayout.CENTER);
        content.add(buttons, BorderLayout.SOUTH);
        frame.setContentPane(content);
        frame.setSize(320, 140);
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.setVisible(true);
    }
}
