package org.asyncjava.it.random;

import java.util.Map;
import java.util.Optional;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.CompilationFailure;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Verification;

/** What another compiler than javac gets wrong by itself, while nothing is transformed. */
final class CompilerFaults {
    private static final int WORDS = 200;

    private CompilerFaults() {
    }

    /**
     * Compiles a program and runs it as it is.
     *
     * @param mainClass the program's class
     * @param sources what to compile
     * @param dialect of that compiler
     * @return what is wrong: it refuses the program, writes classes that the JVM refuses, or means something else than javac
     */
    static Optional<String> of(String mainClass, Map<String, String> sources, Dialect dialect) {
        Dialect javac = Dialect.of(dialect.release());
        if (dialect.compiler() == javac.compiler()) {
            return Optional.empty();
        }
        try {
            Build build = Build.untransformed(sources, dialect);
            Verification.byJvm(build.compiled());
            Program reference = new Program(Build.untransformed(sources, javac), mainClass);
            return new Program(build, mainClass).differencesOfCompilers(reference).stream().findFirst().map(text -> named(mainClass, text));
        } catch (CompilationFailure | AssertionError | LinkageError fault) {
            return Optional.of(named(mainClass, fault.getMessage()));
        }
    }

    private static String named(String mainClass, String text) {
        String line = text.replace('\n', ' ');
        return mainClass + ": " + line.substring(0, Math.min(WORDS, line.length()));
    }
}
