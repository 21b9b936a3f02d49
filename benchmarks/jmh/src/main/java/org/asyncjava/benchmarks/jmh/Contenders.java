package org.asyncjava.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.asyncjava.benchmarks.Contender;

/** The contenders on the class path. */
public final class Contenders {
    private Contenders() {
    }

    /**
     * Makes a contender.
     *
     * @param name its name
     * @return a new one
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Contender open(String name) {
        for (Contender contender : ServiceLoader.load(Contender.class)) {
            if (contender.name().equals(name)) {
                return contender;
            }
            contender.close();
        }
        throw new IllegalArgumentException("no contender " + name + "; there are " + names());
    }

    /**
     * The names of all.
     *
     * @return the names, in the order of the class path
     */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Contender contender : ServiceLoader.load(Contender.class)) {
            names.add(contender.name());
            contender.close();
        }
        return names;
    }
}
