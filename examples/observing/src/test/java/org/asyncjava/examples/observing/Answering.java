package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.io.IOException;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** Asks, waits for a line, and answers. */
final class Answering {
    private Answering() {
    }

    @Async
    private static Coroutine<Void> question() {
        await(Coroutines.toThread(Answering::readLine));
        await(Coroutines.createTask(answer(), "answer"));
        return Coroutine.done();
    }

    private static int readLine() throws IOException {
        System.out.println("What is it?");
        return System.in.read();
    }

    @Async
    private static Coroutine<Void> answer() {
        await(Coroutines.yieldNow());
        System.out.println("It is it.");
        return Coroutine.done();
    }

    /** Runs until it is answered. */
    @AsyncEntry
    public static void main(String[] args) {
        await(Coroutines.createTask(question(), "question"));
    }
}
