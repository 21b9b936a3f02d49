package org.asyncjava.transformer.files;

import java.nio.file.Path;
import org.asyncjava.rules.Printable;

/**
 * Something that kept one file from being processed. The file is as it was.
 *
 * @param place the file
 * @param message one sentence: what is wrong and the mend
 */
public record Problem(Place place, String message) implements Comparable<Problem> {
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
        this(Place.of(file), message);
    }

    /**
     * What is on the disk.
     *
     * @return the class file, or the jar that it is in
     */
    public Path file() {
        return place.file();
    }

    /**
     * The line that front ends print.
     *
     * @return the place and the message
     */
    public String text() {
        return Printable.of(place + ": ") + message;
    }

    @Override
    public int compareTo(Problem other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }
}
