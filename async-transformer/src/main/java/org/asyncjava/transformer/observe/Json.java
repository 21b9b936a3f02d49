package org.asyncjava.transformer.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON: objects become maps, arrays lists, numbers longs, as far as dumps have them. */
final class Json {
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS_OF_ESCAPE = 4;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        json.expect('{');
        return json.object();
    }

    private Object value() {
        char c = next();
        switch (c) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            default:
                at--;
                return literal();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (isOver('}')) {
            return members;
        }
        do {
            expect('"');
            String name = string();
            expect(':');
            members.put(name, value());
        } while (goesOn('}'));
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        if (isOver(']')) {
            return elements;
        }
        do {
            elements.add(value());
        } while (goesOn(']'));
        return elements;
    }

    private boolean isOver(char end) {
        boolean over = next() == end;
        if (!over) {
            at--;
        }
        return over;
    }

    private boolean goesOn(char end) {
        char c = next();
        if (c != end && c != ',') {
            throw wrong();
        }
        return c == ',';
    }

    private String string() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        StringBuilder string = new StringBuilder().append(text, at, end);
        at = end;
        for (char c = character(); c != '"'; c = character()) {
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = character();
        switch (c) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                int begin = at;
                at = Math.min(text.length(), at + DIGITS_OF_ESCAPE);
                return (char) Integer.parseInt(text.substring(begin, at), HEXADECIMAL);
            default:
                return c;
        }
    }

    private Object literal() {
        int begin = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String literal = text.substring(begin, at);
        switch (literal) {
            case "true":
                return true;
            case "false":
                return false;
            case "null":
                return null;
            default:
                return Long.valueOf(literal);
        }
    }

    private void expect(char expected) {
        if (next() != expected) {
            throw wrong();
        }
    }

    /** The next character that is no space. */
    private char next() {
        char c = character();
        while (Character.isWhitespace(c)) {
            c = character();
        }
        return c;
    }

    private char character() {
        if (at == text.length()) {
            throw wrong();
        }
        return text.charAt(at++);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no JSON at " + at);
    }
}
