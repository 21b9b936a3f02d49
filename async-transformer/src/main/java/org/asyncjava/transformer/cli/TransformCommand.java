package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.Failure;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the command line asks for, filled in by picocli, and the run that it asks for. */
@Command(name = "async-transformer", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        usageHelpWidth = 110, customSynopsis = "java -jar async-transformer-cli.jar [options] PATH...",
        description = "Transforms the @Async methods of class files, in place unless --output is given.",
        footer = {"", "@FILE reads arguments from a file. Exit codes: 0 all is well, 1 something is wrong with the classes,"
                + " 2 something is wrong with the arguments."})
final class TransformCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final PathSyntax syntax;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Directories of class files, and jars.")
    private List<Path> paths;

    @Option(names = {"-cp", "--classpath", "--class-path"}, paramLabel = "PATH",
            description = "Directories and jars that the classes use, separated by '${sys:path.separator}'; DIRECTORY/* for all jars in it.")
    private List<String> classPath = new ArrayList<>();

    @Option(names = {"-o", "--output"}, paramLabel = "DIRECTORY", description = "Write results there and leave the input as it is.")
    private Path output;

    @Option(names = "--check", description = "Only report what is wrong; write nothing.")
    private boolean check;

    @Option(names = "--verify", description = "Verify what is generated as the JVM would.")
    private boolean verify;

    @Option(names = "--keep-locals", description = "Keep all local variables in scope across an await, for debugging.")
    private boolean keepLocals;

    @Option(names = "--dump", paramLabel = "DIRECTORY", description = "Write readable listings of what is generated.")
    private Path dump;

    @Option(names = "--rule", paramLabel = "AJnnn=LEVEL", description = "Level of a rule: error, warning or off.")
    private Map<String, String> rules = new LinkedHashMap<>();

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Threads to work with (${DEFAULT-VALUE}, one per processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Report as one JSON object on the output stream.")
    private boolean json;

    @Option(names = "--sarif", description = "Report in SARIF 2.1.0, which code hosts read, on the output stream.")
    private boolean sarif;

    @Option(names = {"-q", "--quiet"}, description = "No summary when all is well.")
    private boolean quiet;

    TransformCommand(PrintStream out, PrintStream err, PathSyntax syntax) {
        this.out = out;
        this.err = err;
        this.syntax = syntax;
    }

    /**
     * Runs.
     *
     * @return the exit code
     */
    @Override
    public Integer call() {
        TransformerOptions options = options();
        try (Progress progress = quiet || json || sarif ? Progress.silent() : Progress.on(err)) {
            Workers workers = new Workers(jobs(), progress::advance);
            List<Path> seen = seen();
            List<Report> reports = new ArrayList<>();
            for (Input input : inputs()) {
                reports.add(check ? input.check(seen, options, workers) : input.transform(seen, options, workers));
            }
            progress.close();
            return print(Report.of(reports, options.levels()));
        } catch (IOException failure) {
            err.println("async: cannot write to " + output + ": " + Failure.text(failure));
            return Main.ERRORS;
        }
    }

    private int print(Report report) {
        if (json) {
            out.println(JsonReport.of(report));
        } else if (sarif) {
            out.println(SarifReport.of(report));
        } else {
            report.errors().forEach(err::println);
            report.warnings().forEach(warning -> err.println("warning: " + warning));
            if (!quiet) {
                out.println(check ? "async: " + report.errorCount() : report.summary());
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
        return paths.stream().map(path -> output == null ? Input.inPlace(path) : Input.into(output, path)).toList();
    }

    private static boolean isArchive(Path path) {
        return Files.isRegularFile(path) && path.toString().matches("(?i).*\\.[jw]ar");
    }

    /** The paths see one another. */
    private List<Path> seen() {
        List<Path> all = new ArrayList<>(paths);
        try {
            for (String entries : classPath) {
                all.addAll(syntax.classPath(entries));
            }
        } catch (IOException unreadable) {
            throw wrong("--classpath cannot be read: " + Failure.text(unreadable));
        } catch (InvalidPathException noPath) {
            throw wrong("--classpath has an entry that is no path: " + noPath.getMessage());
        }
        return all;
    }

    private int jobs() {
        if (jobs < 1) {
            throw wrong("--jobs needs a number from 1");
        }
        return jobs;
    }

    private TransformerOptions options() {
        TransformerOptions options = TransformerOptions.defaults().withVerify(verify).withKeepLocals(keepLocals);
        Levels levels = options.levels();
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            levels = levels.with(rule.getKey(), rule.getValue())
                    .orElseThrow(() -> wrong("--rule " + rule + " names no rule, or no level (error, warning, off)"));
        }
        TransformerOptions levelled = options.withLevels(levels);
        return Optional.ofNullable(dump).map(levelled::withDump).orElse(levelled);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
