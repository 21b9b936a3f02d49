package org.asyncjava.transformer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What the command line understands.
 *
 * <p>Told to picocli as values rather than as annotations: to read those takes longer, each time the command is started, than to transform some
 * dozens of classes.
 */
final class CommandSyntax {
    static final String CLASS_PATH = "--classpath";
    static final String OUTPUT = "--output";
    static final String CHECK = "--check";
    static final String VERIFY = "--verify";
    static final String KEEP_LOCALS = "--keep-locals";
    static final String DUMP = "--dump";
    static final String RULE = "--rule";
    static final String ANNOTATIONS = "--annotations";
    static final String JOBS = "--jobs";
    static final String JSON = "--json";
    static final String SARIF = "--sarif";
    static final String QUIET = "--quiet";

    private CommandSyntax() {
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("async-transformer").versionProvider(new Version());
        spec.usageMessage().sortOptions(false).width(110)
                .customSynopsis("java -jar async-transformer-cli.jar [options] PATH...")
                .description("Transforms the @Async methods of class files, in place unless --output is given.")
                .footer("", "ps PID, pstree PID, watch PID and dump PID tell what the coroutines of a running process wait for: ps --help.",
                        "launcher prints a script that starts this jar in a third of the time: java -jar async-transformer-cli.jar launcher > async-transformer", "@FILE reads arguments from a file. Exit codes: 0 all is well, 1 something is wrong with the classes,"
                        + " 2 something is wrong with the arguments.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("PATH").index("0..*").arity("1..*").required(true)
                .type(List.class).auxiliaryTypes(Path.class).description("Directories of class files, and jars.").build());
        addPlaces(spec);
        addWays(spec);
        addReports(spec);
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit.").build());
        spec.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("Print version information and exit.").build());
        return spec;
    }

    private static void addPlaces(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-cp", CLASS_PATH, "--class-path").paramLabel("PATH").type(List.class).auxiliaryTypes(String.class)
                .description("Directories and jars that the classes use, separated by '${sys:path.separator}'; DIRECTORY/* for all jars in it.")
                .build());
        spec.addOption(OptionSpec.builder("-o", OUTPUT).paramLabel("DIRECTORY").type(Path.class)
                .description("Write results there and leave the input as it is.").build());
    }

    private static void addWays(CommandSpec spec) {
        spec.addOption(flag("Only report what is wrong; write nothing.", CHECK));
        spec.addOption(flag("Verify what is generated as the JVM would.", VERIFY));
        spec.addOption(flag("Keep all local variables in scope across an await, for debugging.", KEEP_LOCALS));
        spec.addOption(OptionSpec.builder(DUMP).paramLabel("DIRECTORY").type(Path.class)
                .description("Write readable listings of what is generated.").build());
        spec.addOption(OptionSpec.builder(RULE).paramLabel("AJnnn=LEVEL").type(Map.class).auxiliaryTypes(String.class, String.class)
                .description("Level of a rule: error, warning or off. Errors (AJ0..) cannot be lowered.").build());
        spec.addOption(OptionSpec.builder(ANNOTATIONS).paramLabel("NAMES").type(String.class)
                .description("Annotations that last as long as a call, for AJ107: full names, separated by commas; with a minus in front, not.").build());
        spec.addOption(OptionSpec.builder("-j", JOBS).paramLabel("N").type(int.class)
                .defaultValue(Integer.toString(Runtime.getRuntime().availableProcessors()))
                .description("Threads to work with (${DEFAULT-VALUE}, one per processor).").build());
    }

    private static void addReports(CommandSpec spec) {
        spec.addOption(flag("Report as one JSON object on the output stream.", JSON));
        spec.addOption(flag("Report in SARIF 2.1.0, which code hosts read, on the output stream.", SARIF));
        spec.addOption(flag("No summary when all is well.", "-q", QUIET));
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names).type(boolean.class).description(description).build();
    }
}
