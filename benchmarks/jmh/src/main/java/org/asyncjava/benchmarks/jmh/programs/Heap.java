package org.asyncjava.benchmarks.jmh.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this JVM holds. */
final class Heap {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private Heap() {
    }

    /** Bytes that are left after full collections; more than one, since the first may leave what references had to be cleared for. */
    static long afterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return used();
    }

    /** Bytes in use, garbage included. */
    static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most physical memory that the process has had, in bytes, or NaN where Linux does not tell. */
    static double peakResident() {
        if (!Files.isReadable(STATUS)) {
            return Double.NaN;
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> 1024.0 * Long.parseLong(line.substring(PEAK.length()).replace("kB", "").trim())).findFirst().orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
