package com.example.quickstart;

import java.util.concurrent.TimeUnit;

/** Measures the time since it was made. */
final class Stopwatch {
    private final long start = System.nanoTime();

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
