package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** A program that calls methods which return futures, and drops what they return, or does not. */
final class DroppedResults {
    private static final List<Object> HELD = new ArrayList<>();

    private DroppedResults() {
    }

    @Async
    private static CompletableFuture<Integer> price(CompletableFuture<String> text) {
        return CompletableFuture.completedFuture(Integer.parseInt(await(text)));
    }

    @Async
    private static CompletableFuture<Integer> total(CompletableFuture<String> text) {
        return CompletableFuture.completedFuture(1 + await(price(text)));
    }

    public static void main(String[] arguments) {
        try (LogCapture log = new LogCapture()) {
            switch (arguments[0]) {
                case "dropped" -> {
                    drop();
                    while (log.messages().size() < 2) {
                        System.gc();
                    }
                }
                case "kept" -> HELD.add(failed());
                default -> ask();
            }
            log.messages().forEach(System.out::println);
        }
    }

    private static CompletableFuture<Integer> failed() {
        CompletableFuture<String> text = new CompletableFuture<>();
        CompletableFuture<Integer> total = total(text);
        text.complete("x");
        return total;
    }

    private static void drop() {
        failed();
        price(CompletableFuture.completedFuture("y"));
    }

    /** In all the ways in which a program may hear of a failure, before it comes and after. */
    private static void ask() {
        CompletableFuture<String> text = new CompletableFuture<>();
        total(text).whenComplete((value, failure) -> HELD.add(failure));
        CompletableFuture.allOf(total(text), price(text));
        text.complete("x");
        failed().exceptionally(failure -> 0);
        HELD.add(failed().isCompletedExceptionally());
        price(CompletableFuture.completedFuture("y")).handle((value, failure) -> 0);
        try {
            failed().join();
        } catch (RuntimeException heard) {
            HELD.add(heard);
        }
    }
}
