package org.asyncjava.benchmarks.transformer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Loads classes as an application does, from the class path of a class loader. */
final class LoadedClasses {
    private static final double NANOS = 1e6;

    private LoadedClasses() {
    }

    /** How many milliseconds of CPU the loading takes, without that of the JIT compiler. */
    static double milliseconds(List<String> names, Path folder) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            long start = threads.getCurrentThreadCpuTime();
            for (String name : names) {
                Class.forName(name, false, loader);
            }
            return (threads.getCurrentThreadCpuTime() - start) / NANOS;
        }
    }
}
