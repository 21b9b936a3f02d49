package org.asyncjava.benchmarks.jmh.programs;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Locale;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.jmh.Contenders;

/** The main class of the JVM that a program runs in: prints one line of JSON with the figures. */
public final class Child {
    /** What the line with the figures begins with: a contender's library may print as well. */
    static final String PREFIX = "figures ";

    private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

    private Child() {
    }

    /**
     * Measures.
     *
     * @param args the program, the contender, the scale
     */
    public static void main(String[] args) {
        Program program = Program.valueOf(args[0].toUpperCase(Locale.ROOT));
        Scale scale = Scale.valueOf(args[2].toUpperCase(Locale.ROOT));
        Map<String, Double> figures;
        try (Contender contender = Contenders.open(args[1])) {
            figures = program.measure(contender, scale);
        }
        System.out.println(PREFIX + GSON.toJson(figures));
        System.exit(0);
    }
}
