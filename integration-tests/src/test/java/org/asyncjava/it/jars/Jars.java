package org.asyncjava.it.jars;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Where the jars of these tests are. */
final class Jars {
    /** The agent under test, as the build packaged it. */
    static final Path AGENT = Path.of(System.getProperty("async.agent.jar"));
    /** The command line under test. */
    static final Path COMMAND_LINE = Path.of(System.getProperty("async.cli.jar"));
    /** The language server. */
    static final Path LANGUAGE_SERVER = Path.of(System.getProperty("async.lsp.jar"));
    /** The plug-in for Eclipse, which only the profile of that name builds. */
    static final Path ECLIPSE_PLUGIN = Path.of(System.getProperty("async.eclipse.jar"));
    /** The compiler plugin. */
    static final Path COMPILER = Path.of(System.getProperty("async.compiler.jar"));
    /** The version of all of them. */
    static final String VERSION = System.getProperty("async.version");
    static final Path ANNOTATIONS = of(Async.class);
    static final Path RUNTIME = of(Coroutine.class);

    private Jars() {
    }

    /** The jar or directory that a class of this test's class path comes from. */
    static Path of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }

    /** The jar on this test's class path whose file name begins so. */
    static Path named(String prefix) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(entry -> entry.getFileName().toString().startsWith(prefix)).findFirst().orElseThrow();
    }
}
