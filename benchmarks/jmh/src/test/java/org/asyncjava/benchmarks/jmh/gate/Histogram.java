package org.asyncjava.benchmarks.jmh.gate;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The reachable objects by class.
 *
 * @param types their classes
 */
record Histogram(Map<String, Objects> types) {
    private static final int COLUMNS = 4;

    /**
     * Objects of one class.
     *
     * @param count how many
     * @param bytes how large they are
     */
    record Objects(double count, double bytes) {
    }

    /** Collects what is dead and counts the rest. */
    static Histogram now() {
        Map<String, Objects> types = new HashMap<>();
        histogram().lines().map(line -> line.trim().split("\\s+")).filter(columns -> columns.length >= COLUMNS && columns[0].endsWith(":"))
                .forEach(columns -> types.put(columns[3], new Objects(Long.parseLong(columns[1]), Long.parseLong(columns[2]))));
        return new Histogram(types);
    }

    private static String histogram() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            return (String) server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                    new Object[] {null}, new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which classes have at least one object more for each call: how many per call, and how large one is. */
    Map<String, Objects> since(Histogram before, int calls) {
        Map<String, Objects> more = new TreeMap<>();
        types.forEach((type, now) -> {
            Objects then = before.types.getOrDefault(type, new Objects(0, 0));
            long perCall = Math.round((now.count() - then.count()) / calls);
            if (perCall > 0) {
                more.put(type, new Objects(perCall, Math.round(now.bytes() / now.count())));
            }
        });
        return more;
    }
}
