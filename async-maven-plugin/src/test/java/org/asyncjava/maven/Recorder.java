package org.asyncjava.maven;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Stands in for Maven's log and for editors, and writes down what they are told. */
final class Recorder {
    private final Path directory;
    private final List<String> calls = new ArrayList<>();

    /** A recorder that leaves a directory out of what it writes down. */
    Recorder(Path directory) {
        this.directory = directory;
    }

    <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            String words = Arrays.stream(arguments == null ? new Object[0] : arguments).map(String::valueOf).collect(Collectors.joining(" | "));
            calls.add(method.getName() + " " + words.replace(directory + "/", ""));
            return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
        }));
    }

    /** What was called since the last time, in order. */
    List<String> calls() {
        List<String> all = List.copyOf(calls);
        calls.clear();
        return all;
    }
}
