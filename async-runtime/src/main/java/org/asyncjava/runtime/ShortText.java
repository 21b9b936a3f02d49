package org.asyncjava.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The text of an object of the program, for messages and reports: short and never an exception, whatever its {@code toString} does, as
 * Python's {@code reprlib} makes it. Of collections, maps and arrays the first elements are told; what contains itself, or is nested too
 * deeply, is {@code […]}; what has no text is its class and identity.
 */
final class ShortText {
    /** What is inside of what is being told already. */
    private static final String INSIDE_ITSELF = "[…]";
    private static final String CUT = "…";

    private static final int MAX_DEPTH = 6;
    private static final int MAX_ELEMENTS = 6;
    private static final int MAX_TEXT = 200;
    /** Of what has parts. */
    private static final int MAX_WHOLE = 400;

    /** An object of ours whose {@code toString} is made by {@link #of(Object, Supplier)}. */
    interface OfParts {
    }

    private ShortText() {
    }

    /** The text of any object, also null. */
    static String of(Object value) {
        if (value instanceof Collection || value instanceof Map || value != null && value.getClass().isArray()) {
            return of(value, () -> cut(partsOf(value), MAX_WHOLE));
        }
        try {
            return cut(String.valueOf(value), value instanceof OfParts ? MAX_WHOLE : MAX_TEXT);
        } catch (Throwable refused) {
            return identity(value);
        }
    }

    /**
     * A text that tells of an object's parts with {@link #of(Object)}, for the {@code toString} of that object.
     *
     * @param whole the object
     * @param text makes its text
     */
    static String of(Object whole, Supplier<String> text) {
        ThreadState thread = ThreadState.current();
        if (thread.beingTold == null) {
            thread.beingTold = Collections.newSetFromMap(new IdentityHashMap<>());
            try {
                return of(whole, text);
            } finally {
                thread.beingTold = null;
            }
        }
        Set<Object> open = thread.beingTold;
        if (open.size() == MAX_DEPTH || !open.add(whole)) {
            return INSIDE_ITSELF;
        }
        try {
            return text.get();
        } catch (Throwable refused) {
            return identity(whole);
        } finally {
            open.remove(whole);
        }
    }

    private static String partsOf(Object value) {
        if (value instanceof Collection<?> elements) {
            return some(elements.iterator(), ShortText::of, "[", "]");
        }
        if (value instanceof Map<?, ?> map) {
            return some(map.entrySet().iterator(), entry -> of(entry.getKey()) + "=" + of(entry.getValue()), "{", "}");
        }
        return array(Array.getLength(value), i -> of(Array.get(value, i)));
    }

    private static <E> String some(Iterator<E> elements, Function<E, String> text, String begin, String end) {
        StringJoiner told = new StringJoiner(", ", begin, end);
        for (int count = 0; elements.hasNext(); count++) {
            if (count == MAX_ELEMENTS) {
                return told.add(CUT).toString();
            }
            told.add(text.apply(elements.next()));
        }
        return told.toString();
    }

    private static String array(int length, IntFunction<String> text) {
        String[] told = new String[Math.min(length, MAX_ELEMENTS)];
        Arrays.setAll(told, text);
        return "[" + String.join(", ", told) + (length > MAX_ELEMENTS ? ", " + CUT : "") + "]";
    }

    /** The beginning and the end of what is too long. */
    private static String cut(String text, int limit) {
        if (text == null) {
            return "null";
        }
        if (text.length() <= limit) {
            return text;
        }
        int end = limit / 3;
        return text.substring(0, limit - end - 1) + CUT + text.substring(text.length() - end);
    }

    private static String identity(Object value) {
        return "<" + value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value)) + ">";
    }
}
