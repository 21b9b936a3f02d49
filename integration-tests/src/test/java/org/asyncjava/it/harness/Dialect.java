package org.asyncjava.it.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * Which compiler is called, and how.
 *
 * @param compiler the compiler
 * @param release the language level and class file version, 8 or newer
 * @param flags further options of that compiler
 */
public record Dialect(CompilerKind compiler, int release, List<String> flags) {
    /**
     * A dialect of javac.
     *
     * @param release the language level
     * @param flags further options
     * @return the dialect
     */
    public static Dialect of(int release, String... flags) {
        return new Dialect(CompilerKind.JAVAC, release, List.of(flags));
    }

    /**
     * A dialect of Eclipse's compiler.
     *
     * @param release the language level
     * @param flags further options
     * @return the dialect
     */
    public static Dialect ecj(int release, String... flags) {
        return new Dialect(CompilerKind.ECJ, release, List.of(flags));
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
        List<String> options = new ArrayList<>(List.of("--release", Integer.toString(release), "-proc:none", "-nowarn"));
        options.addAll(compiler.quiet());
        options.addAll(flags);
        return options;
    }

    @Override
    public String toString() {
        return compiler + " release " + release + (flags.isEmpty() ? "" : " " + String.join(" ", flags));
    }
}
