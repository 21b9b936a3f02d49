package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;

import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What {@code docs/generators.md} shows. */
final class GeneratorPrograms {
    final List<String> events = new ArrayList<>();

    record Page(int number, List<String> lines) {
    }

    record Node(Node left, int value, Node right) {
    }

    /** A source of pages that has to be asked for each. */
    static final class Pages {
        private final List<Page> pages;

        Pages(Page... pages) {
            this.pages = List.of(pages);
        }

        @Async
        Coroutine<Page> first() {
            await(yieldNow());
            return Coroutine.of(pages.get(0));
        }

        @Async
        Coroutine<Page> after(Page page) {
            await(yieldNow());
            return Coroutine.of(page.number() + 1 < pages.size() ? pages.get(page.number() + 1) : null);
        }
    }

    @Async
    AsyncIterable<String> lines(Pages pages) {
        for (Page page = await(pages.first()); page != null; page = await(pages.after(page))) {
            for (String line : page.lines()) {
                emit(line);                                    // goes on here at the next request
            }
        }
        return end();                                          // the one return of every generator
    }

    @Async
    AsyncIterable<String> watched(Pages pages) {
        try {
            for (String line : each(lines(pages))) {
                emit(line);
            }
        } finally {
            await(yieldNow());
            events.add("closed");
        }
        return end();
    }

    @Async
    AsyncIterable<String> loggingAnything(Pages pages) {
        try {
            for (String line : each(lines(pages))) {
                emit(line);
            }
        } catch (Throwable e) {
            events.add("logged " + (e instanceof Error));
            throw e;
        }
        return end();
    }

    @Async
    AsyncIterable<String> loggingExceptions(Pages pages) {
        try {
            for (String line : each(lines(pages))) {
                emit(line);
            }
        } catch (Exception e) {
            events.add("logged");
            throw e;
        }
        return end();
    }

    @Async
    Coroutine<Integer> count(AsyncIterable<String> lines) {
        int count = 0;
        for (String line : each(lines)) {
            if (line.equals("stop")) {
                break;                                         // the source is closed here, and that is awaited
            }
            count += await(check(line)) ? 1 : 0;
        }
        return Coroutine.of(count);
    }

    @Async
    private Coroutine<Boolean> check(String line) {
        await(yieldNow());
        return Coroutine.of(!line.isEmpty());
    }

    @Async
    Coroutine<Void> byHand(Pages pages) {
        AsyncIterator<String> lines = lines(pages).iterator();
        while (await(lines.advance())) {
            System.out.println(lines.current());
        }
        await(lines.closeAsync());
        return Coroutine.done();
    }

    @Generator
    static Iterable<Integer> primes() {
        for (int i = 2;; i++) {
            if (isPrime(i)) {
                emit(i);
            }
        }
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    static void printPrimes() {
        for (int prime : primes()) {
            if (prime > 30) {
                break;
            }
            System.out.println(prime);
        }
    }

    @Generator
    private Stream<String> words(String text) {
        try (Scanner scanner = new Scanner(text)) {
            while (scanner.hasNext()) {
                emit(scanner.next());
            }
        } finally {
            events.add("words closed");
        }
        return end();
    }

    String firstLong(String text) {
        try (Stream<String> words = words(text)) {
            return words.filter(word -> word.length() > 3).findFirst().orElse("");
        }
    }

    @Async
    AsyncIterable<Integer> inOrder(Node tree) {
        if (tree != null) {
            for (int value : each(inOrder(tree.left()))) {
                emit(value);
            }
            emit(tree.value());
            for (int value : each(inOrder(tree.right()))) {
                emit(value);
            }
        }
        return end();
    }

    @Async
    static AsyncIterable<String> links() {
        for (int i = 0; i < 6; i++) {
            await(yieldNow());
            emit("link " + i);
        }
        return end();
    }

    private Coroutine<Boolean> isNew(String link) {
        return Coroutine.of(!link.endsWith("3"));
    }

    @Async
    private Coroutine<Page> fetch(String link) {
        await(yieldNow());
        return Coroutine.of(new Page(link.charAt(link.length() - 1) - '0', List.of(link)));
    }

    @Async
    Coroutine<List<Page>> firstPages(AsyncIterable<String> links) {
        List<Page> pages = await(links.filter(link -> isNew(link)).mapConcurrently(8, link -> fetch(link)).take(100).toList());
        return Coroutine.of(pages);
    }

    @Async
    static <T> AsyncIterable<List<T>> chunks(AsyncIterable<T> source, int size) {
        List<T> chunk = new ArrayList<>();
        for (T element : each(source)) {
            chunk.add(element);
            if (chunk.size() == size) {
                emit(chunk);
                chunk = new ArrayList<>();
            }
        }
        if (!chunk.isEmpty()) {
            emit(chunk);
        }
        return end();
    }
}
