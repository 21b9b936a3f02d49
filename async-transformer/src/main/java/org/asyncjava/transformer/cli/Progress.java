package org.asyncjava.transformer.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A line on a terminal that says how far long work has come. Nothing is written for short work, or if nobody watches. Thread-safe. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final int EACH = 100;

    private final Consumer<String> line;
    private final long start = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();

    private Progress(Consumer<String> line) {
        this.line = line;
    }

    /** Progress that nobody sees. */
    static Progress silent() {
        return new Progress(text -> { });
    }

    /** Progress on a stream, if the JVM has a terminal. */
    static Progress on(PrintStream stream) {
        return System.console() == null ? silent() : new Progress(text -> {
            stream.print("\r" + text);
            stream.flush();
        });
    }

    /** One more class file is done. */
    void advance() {
        int count = done.incrementAndGet();
        if (count % EACH == 0 && System.nanoTime() - start > PATIENCE) {
            line.accept("async: " + count + " class files ");
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (done.get() >= EACH && System.nanoTime() - start > PATIENCE) {
            line.accept(" ".repeat("async: 1000000000 class files ".length()) + "\r");
        }
    }
}
