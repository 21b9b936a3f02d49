package org.asyncjava.it.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * How the compiler is called.
 *
 * @param release the language level and class file version, 8 or newer
 * @param flags further options of javac
 */
public record Dialect(int release, List<String> flags) {
    /**
     * A dialect.
     *
     * @param release the language level
     * @param flags further options
     * @return the dialect
     */
    public static Dialect of(int release, String... flags) {
        return new Dialect(release, List.of(flags));
    }

    /**
     * The language level of the newest javac at hand.
     *
     * @return the running JDK's feature version
     */
    public static int newest() {
        return Runtime.version().feature();
    }

    List<String> options() {
        List<String> options = new ArrayList<>(List.of("--release", Integer.toString(release), "-proc:none", "-Xlint:none", "-nowarn"));
        options.addAll(flags);
        return options;
    }

    @Override
    public String toString() {
        return "release " + release + (flags.isEmpty() ? "" : " " + String.join(" ", flags));
    }
}
