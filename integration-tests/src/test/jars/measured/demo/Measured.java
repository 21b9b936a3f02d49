package demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import org.asyncjava.runtime.EventLoop;

/** Says for each line that it is given how many threads, open files, classes and bytes it has. */
final class Measured {
    public static void main(String[] args) throws IOException {
        EventLoop.on(Runnable::run);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        while (in.readLine() != null) {
            System.gc();
            String[] files = new File("/proc/self/fd").list();
            System.out.println(ManagementFactory.getThreadMXBean().getThreadCount() + " " + (files == null ? 0 : files.length) + " "
                    + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() + " " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
