package org.asyncjava.compiler.fix;

import java.util.List;

/**
 * A part of a text that another one takes the place of.
 *
 * @param start where the part begins, in UTF-16 units from the beginning of the text
 * @param end where it has ended; the same as its start if something is put in
 * @param text what takes its place
 */
public record TextChange(int start, int end, String text) {
    /**
     * Makes changes.
     *
     * @param changes in ascending order; they do not overlap
     * @param text what they are made in
     * @return the text after them
     */
    static String applied(List<TextChange> changes, String text) {
        StringBuilder after = new StringBuilder(text);
        for (int index = changes.size() - 1; index >= 0; index--) {
            TextChange change = changes.get(index);
            after.replace(change.start(), change.end(), change.text());
        }
        return after.toString();
    }
}
