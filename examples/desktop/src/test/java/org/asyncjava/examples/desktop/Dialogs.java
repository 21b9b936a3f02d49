package org.asyncjava.examples.desktop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.swing.JDialog;
import javax.swing.JOptionPane;

import org.asyncjava.Async;
import org.asyncjava.runtime.ContextVar;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopHost;
import org.asyncjava.runtime.Task;

/** Two tasks whose steps show modal dialogs, one within the other, and a third that closes them. */
public final class Dialogs {
    private static final ContextVar<String> VARIABLE = new ContextVar<>("variable");

    private Dialogs() {
    }

    /**
     * The program.
     *
     * @param arguments none
     * @throws Exception when a dialog stays
     */
    public static void main(String[] arguments) throws Exception {
        runCoroutineThreadsafe(both(), EventLoop.hosted(LoopHost.swing())).get(60, TimeUnit.SECONDS);
        System.exit(0);
    }

    @Async
    private static Coroutine<Void> both() {
        JDialog outer = dialog("outer");
        JDialog inner = dialog("inner");
        Task<String> first = createTask(show(outer), "outer");
        Task<String> second = createTask(show(inner), "inner");
        Task<Void> third = createTask(closeBoth(inner, outer), "other");
        await(first);
        System.out.println("outer goes on, variable: " + first.result());
        await(second);
        await(third);
        System.out.println("inner ended, other ended");
        return Coroutine.done();
    }

    private static JDialog dialog(String title) {
        return new JOptionPane("Really?", JOptionPane.QUESTION_MESSAGE, JOptionPane.YES_NO_OPTION).createDialog(title);
    }

    /** The step blocks, as Swing's dialogs do; the event thread goes on. */
    @Async
    private static Coroutine<String> show(JDialog dialog) {
        VARIABLE.set(dialog.getTitle());
        System.out.println(dialog.getTitle() + " opens");
        dialog.setVisible(true);
        System.out.println(dialog.getTitle() + " closes in " + currentTask().orElseThrow().name());
        await(yieldNow());
        return Coroutine.of(VARIABLE.get());
    }

    @Async
    private static Coroutine<Void> closeBoth(JDialog inner, JDialog outer) {
        for (int i = 0; i < 3; i++) {
            System.out.println("other " + i + " in " + currentTask().orElseThrow().name());
            await(yieldNow());
        }
        await(sleep(Duration.ofMillis(20)));
        System.out.println("other has slept");
        inner.dispose();
        await(sleep(Duration.ofMillis(20)));
        outer.dispose();
        return Coroutine.done();
    }
}
