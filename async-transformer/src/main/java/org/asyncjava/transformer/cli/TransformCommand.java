package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.dump.Dump;
import org.asyncjava.transformer.files.Problem;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.Workers;
import org.asyncjava.transformer.read.FileFailure;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The run that a command line asks for. */
final class TransformCommand {
    private final PrintStream out;
    private final PrintStream err;
    private final PathSyntax syntax;
    private final ParseResult given;
    private final List<Path> paths;
    private final Path output;

    TransformCommand(PrintStream out, PrintStream err, PathSyntax syntax, ParseResult given) {
        this.out = out;
        this.err = err;
        this.syntax = syntax;
        this.given = given;
        this.paths = given.matchedPositionalValue(0, List.of());
        this.output = given.matchedOptionValue(CommandSyntax.OUTPUT, null);
    }

    /**
     * Runs.
     *
     * @return the exit code
     */
    int run() {
        TransformerOptions options = options();
        boolean silent = has(CommandSyntax.QUIET) || has(CommandSyntax.JSON) || has(CommandSyntax.SARIF);
        try (Progress progress = silent ? Progress.silent() : Progress.on(err)) {
            Workers workers = new Workers(jobs(), progress::advance);
            List<Path> seen = seen();
            List<Input> inputs = inputs();
            List<Report> reports = new ArrayList<>();
            if (!has(CommandSyntax.CHECK)) {
                reports.addAll(copy(inputs, options));
            }
            if (reports.isEmpty()) {
                for (Input input : inputs) {
                    reports.add(has(CommandSyntax.CHECK) ? input.check(seen, options, workers) : input.transform(seen, options, workers));
                }
            }
            progress.close();
            return print(Report.of(reports, options.levels()));
        }
    }

    /** All of them before the first is transformed: a class of one may have the name of another one's machine. */
    private List<Report> copy(List<Input> inputs, TransformerOptions options) {
        try {
            for (Input input : inputs) {
                input.copy();
            }
            return List.of();
        } catch (IOException failure) {
            return List.of(Report.failed(new Problem(output, "cannot be written to: " + FileFailure.text(failure)), options.levels()));
        }
    }

    private boolean has(String flag) {
        return given.matchedOptionValue(flag, false);
    }

    private int print(Report report) {
        if (has(CommandSyntax.JSON)) {
            out.println(JsonReport.of(report));
        } else if (has(CommandSyntax.SARIF)) {
            out.println(SarifReport.of(report));
        } else {
            for (String error : report.errors()) {
                err.println(error);
            }
            for (String warning : report.warnings()) {
                err.println("warning: " + warning);
            }
            if (!has(CommandSyntax.QUIET)) {
                out.println(has(CommandSyntax.CHECK) ? "async: " + report.errorCount() : report.summary());
            }
        }
        return report.hasErrors() ? Main.ERRORS : Main.OK;
    }

    private List<Input> inputs() {
        for (Path path : paths) {
            if (!Files.isDirectory(path) && !isArchive(path)) {
                throw wrong(path + " is neither a directory nor a jar");
            }
        }
        List<Input> inputs = new ArrayList<>();
        for (Path path : paths) {
            inputs.add(output == null ? Input.inPlace(path) : Input.into(output, path));
        }
        return output == null ? inputs : distinct(inputs);
    }

    private List<Input> distinct(List<Input> inputs) {
        try {
            OutputClash.among(inputs).ifPresent(clash -> {
                throw wrong(clash);
            });
            return inputs;
        } catch (IOException unreadable) {
            throw wrong("the inputs cannot be compared: " + FileFailure.text(unreadable));
        }
    }

    private static boolean isArchive(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".jar") || name.endsWith(".war")) && Files.isRegularFile(path);
    }

    /** The paths see one another. */
    private List<Path> seen() {
        List<Path> all = new ArrayList<>(paths);
        try {
            for (String entries : given.matchedOptionValue(CommandSyntax.CLASS_PATH, List.<String>of())) {
                all.addAll(syntax.classPath(entries));
            }
        } catch (IOException unreadable) {
            throw wrong("--classpath cannot be read: " + FileFailure.text(unreadable));
        } catch (InvalidPathException noPath) {
            throw wrong("--classpath has an entry that is no path: " + noPath.getMessage());
        }
        return all;
    }

    private int jobs() {
        int jobs = given.matchedOptionValue(CommandSyntax.JOBS, Runtime.getRuntime().availableProcessors());
        if (jobs < 1) {
            throw wrong("--jobs needs a number from 1");
        }
        return jobs;
    }

    private TransformerOptions options() {
        TransformerOptions options = TransformerOptions.defaults().withVerify(has(CommandSyntax.VERIFY)).withKeepLocals(has(CommandSyntax.KEEP_LOCALS));
        TransformerOptions levelled = options.withLevels(levels(options.levels())).withAnnotations(annotations());
        Path dump = given.matchedOptionValue(CommandSyntax.DUMP, null);
        if (dump == null) {
            return levelled;
        }
        Dump.objection(dump).ifPresent(objection -> {
            throw wrong("--dump " + dump + " cannot be written to: " + objection);
        });
        return levelled.withDump(dump);
    }

    private CallAnnotations annotations() {
        String list = given.matchedOptionValue(CommandSyntax.ANNOTATIONS, null);
        try {
            return list == null ? CallAnnotations.known() : CallAnnotations.known().with(list);
        } catch (IllegalArgumentException impossible) {
            throw wrong(CommandSyntax.ANNOTATIONS + " " + list + " " + impossible.getMessage());
        }
    }

    private Levels levels(Levels plain) {
        Levels levels = plain;
        for (Map.Entry<String, String> rule : given.matchedOptionValue(CommandSyntax.RULE, Map.<String, String>of()).entrySet()) {
            try {
                levels = levels.with(rule.getKey(), rule.getValue());
            } catch (IllegalArgumentException impossible) {
                throw wrong("--rule " + rule + " " + impossible.getMessage());
            }
        }
        return levels;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(given.commandSpec().commandLine(), message);
    }
}
