package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.asyncjava.rules.Printable;
import org.asyncjava.transformer.observe.OtherProcess;
import org.asyncjava.transformer.read.FileFailure;
import picocli.CommandLine;

/** The command line of the transformer. Errors go to the error stream, one line each; the summary to the output stream. */
public final class Main {
    static final int OK = 0;
    static final int ERRORS = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final PathSyntax syntax;

    Main(PrintStream out, PrintStream err, PathSyntax syntax) {
        this.out = out;
        this.err = err;
        this.syntax = syntax;
    }

    /**
     * Runs and ends the JVM with 0 if all is well, 1 if something is wrong with the classes, 2 if with the arguments.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new Main(System.out, System.err, PathSyntax.ofThisMachine()).run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals(Launcher.NAME)) {
            return launcher();
        }
        ProcessCommand observing = arguments.length == 0 ? null : ProcessCommand.named(arguments[0], out);
        return observing == null ? transform(arguments) : observe(observing, Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private int launcher() {
        try {
            out.print(Launcher.script());
            out.flush();
            return OK;
        } catch (IOException unreadable) {
            err.println("async: " + Printable.of(FileFailure.text(unreadable)));
            return ERRORS;
        }
    }

    private int observe(ProcessCommand observing, String... arguments) {
        return command(observing.spec(), given -> {
            try {
                observing.run(new OtherProcess(given.matchedPositionalValue(0, 0L)), given);
                return OK;
            } catch (IOException failure) {
                err.println("async: " + Printable.of(FileFailure.text(failure)));
                return ERRORS;
            }
        }).registerConverter(Path.class, syntax::path).execute(arguments);
    }

    private int transform(String... arguments) {
        return command(CommandSyntax.spec(), given -> new TransformCommand(out, err, syntax, given).run())
                .registerConverter(Path.class, syntax::path).execute(arguments);
    }

    private CommandLine command(CommandLine.Model.CommandSpec spec, ToIntFunction<CommandLine.ParseResult> carryOut) {
        return new CommandLine(spec)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(this::refuse)
                .setExecutionStrategy(given -> {
                    Integer afterHelp = CommandLine.executeHelpRequest(given);
                    return afterHelp != null ? afterHelp : carryOut.applyAsInt(given);
                });
    }

    private int refuse(CommandLine.ParameterException wrong, String[] arguments) {
        err.println("async: " + Printable.of(wrong.getMessage()));
        wrong.getCommandLine().usage(err);
        return USAGE;
    }
}
