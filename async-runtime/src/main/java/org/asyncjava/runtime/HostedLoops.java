package org.asyncjava.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The loops that run on the threads of hosts: one for each host, from when it is first asked for until the host ends. Thread-safe. */
final class HostedLoops {
    private record Hosted(LoopHost host, Dispatcher loop) {
    }

    private static final Map<LoopHost, Hosted> BY_HOST = new LinkedHashMap<>();

    /** A copy, for a look without a lock. */
    private static volatile Hosted[] all = {};

    private HostedLoops() {
    }

    /** The loop of a host. Under the lock no code of the program's is called but {@code equals} and {@code hashCode} of hosts. */
    static synchronized Dispatcher of(LoopHost host, Function<LoopHost, ? extends Dispatcher> maker) {
        Hosted known = BY_HOST.get(host);
        if (known == null) {
            known = new Hosted(host, maker.apply(host));
            BY_HOST.put(host, known);
            all = BY_HOST.values().toArray(Hosted[]::new);
        }
        return known.loop;
    }

    static synchronized void ended(LoopHost host) {
        BY_HOST.remove(host);
        all = BY_HOST.values().toArray(Hosted[]::new);
    }

    /** The loop whose host says that the calling thread is its own; null if none does. */
    static Dispatcher current() {
        for (Hosted hosted : all) {
            if (isCurrent(hosted.host)) {
                return hosted.loop;
            }
        }
        return null;
    }

    static boolean isCurrent(LoopHost host) {
        try {
            return host.isCurrent();
        } catch (Throwable broken) {
            FailureLog.tellThread("isCurrent() of a loop's host has failed", broken);
            return false;
        }
    }
}
