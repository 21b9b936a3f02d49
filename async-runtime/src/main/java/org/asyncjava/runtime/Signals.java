package org.asyncjava.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The signals that a loop handles. The JVM offers them in its module {@code jdk.unsupported}, which need not be there; it is looked up when
 * the first handler is set. Confined to the loop.
 */
final class Signals {
    private final EventLoop loop;
    /** Name to the JVM's handler that was in force before. */
    private final Map<String, Object> replaced = new LinkedHashMap<>();

    Signals(EventLoop loop) {
        this.loop = loop;
    }

    void handle(String name, Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        Object handler = handler(callback);
        Object before = install(name, handler);
        if (isIgnored(before) && isIgnored(install(name, handler))) {
            throw new IllegalArgumentException("signal " + name + " does not reach this process: whoever started it, in the background or with"
                    + " nohup for instance, has it ignored, and the JVM leaves it so");
        }
        replaced.putIfAbsent(name, before);
    }

    /** Tells whether a signal was ignored before; if the JVM says so of one that has just got a handler, it did not take it. */
    private static boolean isIgnored(Object before) {
        try {
            return type("sun.misc.SignalHandler").getField("SIG_IGN").get(null) == before;
        } catch (ReflectiveOperationException missing) {
            throw new UnsupportedOperationException("this JVM offers no signals", missing);
        }
    }

    private Object handler(Runnable callback) {
        Class<?> type = type("sun.misc.SignalHandler");
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "handle" -> {
                    if (!loop.isClosed()) {
                        loop.send(callback);
                    }
                    return null;
                }
                case "equals" -> {
                    return proxy == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                default -> {
                    return "signal handler of an event loop";
                }
            }
        });
    }

    boolean remove(String name) {
        Object before = replaced.remove(Objects.requireNonNull(name, "name"));
        if (before == null) {
            return false;
        }
        install(name, before);
        return true;
    }

    void removeAll() {
        Map.copyOf(replaced).keySet().forEach(this::remove);
    }

    private static Object install(String name, Object handler) {
        Class<?> signal = type("sun.misc.Signal");
        try {
            Object numbered = signal.getConstructor(String.class).newInstance(Objects.requireNonNull(name, "name"));
            return signal.getMethod("handle", signal, type("sun.misc.SignalHandler")).invoke(null, numbered, handler);
        } catch (InvocationTargetException refused) {
            throw Sneaky.rethrow(refused.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new UnsupportedOperationException("this JVM offers no signals", missing);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new UnsupportedOperationException("this JVM offers no signals; with a module path, add --add-modules jdk.unsupported", missing);
        }
    }
}
