package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.List;

/** Frames as our own texts show them, {@code shop.Shop.total(Shop.java:22)}: without the names of class loaders and modules, which tell nobody where to look. */
final class PlainFrames {
    private PlainFrames() {
    }

    static StackTraceElement of(StackTraceElement frame) {
        return new StackTraceElement(frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    static List<StackTraceElement> of(StackTraceElement[] frames) {
        return Arrays.stream(frames).map(PlainFrames::of).toList();
    }
}
