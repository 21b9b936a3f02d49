package org.asyncjava.transformer.files;

import java.nio.file.Path;
import org.asyncjava.rules.Printable;

/**
 * Something that kept one file from being processed. The file is as it was.
 *
 * @param location the file
 * @param message one sentence: what is wrong and the mend
 */
public record Problem(ClassFileLocation location, String message) implements Comparable<Problem> {
    /** Makes a problem, whose message becomes {@link Printable}. */
    public Problem {
        message = Printable.of(message);
    }

    /**
     * A problem with a file of its own.
     *
     * @param file the file
     * @param message one sentence
     */
    public Problem(Path file, String message) {
        this(ClassFileLocation.of(file), message);
    }

    /**
     * What is on the disk.
     *
     * @return the class file, or the jar that it is in
     */
    public Path file() {
        return location.file();
    }

    /**
     * The line that front ends print.
     *
     * @return the location and the message
     */
    public String text() {
        return Printable.of(location + ": ") + message;
    }

    @Override
    public int compareTo(Problem other) {
        int byLocation = location.compareTo(other.location);
        return byLocation != 0 ? byLocation : message.compareTo(other.message);
    }
}
