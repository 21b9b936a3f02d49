package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.function.Function;

/** The loops that run on the threads of hosts: one for each host, from when it is first asked for until the host ends. Thread-safe. */
final class HostedLoops {
    private record Hosted(LoopHost host, Dispatcher loop) {
    }

    /** Replaced, never changed: is looked through without a lock. */
    private static volatile Hosted[] all = {};

    private HostedLoops() {
    }

    /** The loop of a host. Under the lock no code of the program's is called but {@code equals} of hosts, before anything is changed. */
    static synchronized Dispatcher of(LoopHost host, Function<LoopHost, ? extends Dispatcher> maker) {
        for (Hosted hosted : all) {
            if (hosted.host.equals(host)) {
                return hosted.loop;
            }
        }
        Hosted[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = new Hosted(host, maker.apply(host));
        all = more;
        return more[more.length - 1].loop;
    }

    static synchronized void ended(Dispatcher loop) {
        all = Arrays.stream(all).filter(hosted -> hosted.loop != loop).toArray(Hosted[]::new);
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
