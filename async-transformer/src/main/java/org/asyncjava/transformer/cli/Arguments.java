package org.asyncjava.transformer.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.TransformerRun;

/**
 * What the command line asks for.
 *
 * @param action what to do
 * @param run over what
 */
record Arguments(Action action, TransformerRun run) {
    static final String USAGE = String.join(System.lineSeparator(),
            "Usage: java -jar async-transformer-cli.jar [options] directory...",
            "Transforms the @Async methods of the class files in the directories, in place.",
            "  --classpath PATH   directories and jars that the classes use, separated by " + File.pathSeparator,
            "  --check            only report what is wrong; write nothing",
            "  --verify           verify what is generated as the JVM would",
            "  --keep-locals      keep all local variables in scope across an await, for debugging",
            "  --dump DIRECTORY   write readable listings of what is generated",
            "  --help             print this");

    /** What to do. */
    enum Action {
        TRANSFORM,
        CHECK,
        HELP
    }

    /** Arguments that make no sense; the message says which. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Arguments parse(String... arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        Action action = Action.TRANSFORM;
        TransformerOptions options = TransformerOptions.defaults();
        List<Path> classPath = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--help" -> action = Action.HELP;
                case "--check" -> action = action == Action.HELP ? action : Action.CHECK;
                case "--verify" -> options = options.withVerify(true);
                case "--keep-locals" -> options = options.withKeepLocals(true);
                case "--dump" -> options = options.withDump(Path.of(value(argument, rest)));
                case "--classpath", "-cp" -> classPath.addAll(paths(value(argument, rest)));
                default -> directories.add(directory(argument));
            }
        }
        if (directories.isEmpty() && action != Action.HELP) {
            throw new UsageException("no directory of class files is given");
        }
        return new Arguments(action, new TransformerRun(directories, classPath, options));
    }

    private static String value(String option, Deque<String> rest) throws UsageException {
        if (rest.isEmpty()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.pop();
    }

    private static List<Path> paths(String joined) {
        List<Path> paths = new ArrayList<>();
        for (String path : joined.split(File.pathSeparator)) {
            if (!path.isEmpty()) {
                paths.add(Path.of(path));
            }
        }
        return paths;
    }

    private static Path directory(String argument) throws UsageException {
        if (argument.startsWith("-")) {
            throw new UsageException("unknown option " + argument);
        }
        Path directory = Path.of(argument);
        if (!Files.isDirectory(directory)) {
            throw new UsageException(argument + " is not a directory");
        }
        return directory;
    }
}
