package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Task;

/** Ten thousand tasks in chains of a hundred that wait for each other, and one with a name that a page must not take for more than text. */
final class ManyTasks {
    static final String NAME = "</script><img src=x onerror=document.title='hit'><!--<script>";
    private static final int CHAINS = 100;
    private static final int LENGTH = 100;

    private ManyTasks() {
    }

    @Async
    private static Coroutine<Void> after(Task<Void> other) {
        await(other);
        return Coroutine.done();
    }

    /** Says when all wait. */
    @AsyncEntry
    public static void main(String[] args) {
        AsyncEvent end = new AsyncEvent();
        List<Task<Void>> last = new ArrayList<>();
        for (int i = 0; i < CHAINS; i++) {
            Task<Void> task = Coroutines.createTask(end.whenSet(), i == 0 ? NAME : "chain-" + i);
            for (int j = 1; j < LENGTH; j++) {
                task = Coroutines.createTask(after(task), "chain-" + i + "-link-" + j);
            }
            last.add(task);
        }
        for (int i = 0; i < 5; i++) {
            await(Coroutines.yieldNow());
        }
        Coroutines.currentLoop().callSoon(() -> System.out.println("waiting"));
        for (Task<Void> task : last) {
            await(task);
        }
    }
}
