package org.asyncjava.transformer.files;

import java.nio.file.Path;

/**
 * Something that kept one file from being processed. The file is as it was.
 *
 * @param file the file
 * @param message one sentence: what is wrong and the mend
 */
public record Problem(Path file, String message) implements Comparable<Problem> {
    /**
     * The line that front ends print.
     *
     * @return the file and the message
     */
    public String text() {
        return file + ": " + message;
    }

    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : message.compareTo(other.message);
    }
}
