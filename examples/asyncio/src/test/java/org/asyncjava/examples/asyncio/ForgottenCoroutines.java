package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.AnyLoop;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;

/** A program that makes coroutines and forgets them, or does not. */
final class ForgottenCoroutines {
    private static List<Coroutine<?>> kept;

    private ForgottenCoroutines() {
    }

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "collected" -> printWhatIsLogged();
            case "kept" -> kept = forget();
            default -> awaitAll();
        }
    }

    private static void printWhatIsLogged() {
        try (LogCapture log = new LogCapture()) {
            forget();
            while (log.messages().size() < 2) {
                System.gc();
            }
            log.messages().forEach(System.out::println);
        }
    }

    private static List<Coroutine<?>> forget() {
        Coroutine<String> call = greet("nobody");
        Coroutine<Void> sleep = sleep(Duration.ofSeconds(1));
        return List.of(call, sleep, Coroutine.of(1));
    }

    @Async
    private static Coroutine<String> greet(String name) {
        await(sleep(Duration.ofMillis(1)));
        return Coroutine.of("hello " + name);
    }

    private static void awaitAll() {
        for (AnyLoop.Kind kind : AnyLoop.Kind.values()) {
            AnyLoop.run(awaiting(), kind);
        }
        try (EventLoop loop = new EventLoop()) {
            loop.createTask(greet("a task that never starts"));
            loop.createTask(sleep(Duration.ofSeconds(1)));
        }
    }

    @Async
    private static Coroutine<String> awaiting() {
        await(greet("you"));
        await(gather(greet("both"), createTask(greet("of you"))));
        await(waitFor(greet("in time"), Duration.ofSeconds(5)));
        createTask(greet("leftover"));
        return greet("in the end");
    }
}
