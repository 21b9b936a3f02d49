package org.asyncjava.transformer.observe;

import java.util.List;
import java.util.Map;

/**
 * A frame of a stack in a dump.
 *
 * @param type the name of the class
 * @param method the name of the method
 * @param file the name of the source file; empty if it is not known
 * @param line the line; 0 if it is not known
 */
record ObservedFrame(String type, String method, String file, long line) {
    private static final String RUNTIME = "org.asyncjava.runtime.";

    static ObservedFrame of(Map<?, ?> json) {
        return new ObservedFrame((String) json.get("class"), (String) json.get("method"), (String) json.get("file"), (Long) json.get("line"));
    }

    /** Without the calls of the library, unless there are no others. */
    static List<ObservedFrame> ofTheProgram(List<ObservedFrame> stack) {
        List<ObservedFrame> others = stack.stream().filter(frame -> !frame.type.startsWith(RUNTIME)).toList();
        return others.isEmpty() ? stack : others;
    }

    @Override
    public String toString() {
        return type + "." + method + "(" + (file.isEmpty() ? "Unknown Source" : line > 0 ? file + ":" + line : file) + ")";
    }
}
