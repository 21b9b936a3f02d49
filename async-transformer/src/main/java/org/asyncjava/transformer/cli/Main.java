package org.asyncjava.transformer.cli;

import java.io.PrintStream;
import org.asyncjava.transformer.files.Report;

/** The command line of the transformer. Errors go to the error stream, one line each; the summary to the output stream. */
public final class Main {
    static final int OK = 0;
    static final int ERRORS = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs and ends the JVM with 0 if all is well, 1 if something is wrong with the classes, 2 if with the arguments.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new Main(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        try {
            return run(Arguments.parse(arguments));
        } catch (Arguments.UsageException wrong) {
            err.println("async: " + wrong.getMessage());
            err.println(Arguments.USAGE);
            return USAGE;
        }
    }

    private int run(Arguments arguments) {
        return switch (arguments.action()) {
            case HELP -> help();
            case CHECK -> checked(arguments.run().check());
            case TRANSFORM -> transformed(arguments.run().transform());
        };
    }

    private int help() {
        out.println(Arguments.USAGE);
        return OK;
    }

    private int checked(Report report) {
        report.errors().forEach(err::println);
        out.println("async: " + report.errorCount());
        return report.hasErrors() ? ERRORS : OK;
    }

    private int transformed(Report report) {
        report.errors().forEach(err::println);
        out.println(report.summary());
        return report.hasErrors() ? ERRORS : OK;
    }
}
