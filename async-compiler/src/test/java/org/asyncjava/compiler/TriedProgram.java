package org.asyncjava.compiler;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;

/** Programs of one class, compiled with the plugin and run. */
final class TriedProgram {
    private static final String FRAME = """
            import static org.asyncjava.Await.await;
            import static org.asyncjava.runtime.Coroutines.*;
            import java.io.IOException;
            import java.util.*;
            import java.util.concurrent.*;
            import org.asyncjava.*;
            import org.asyncjava.runtime.*;
            public class Program {
                static final StringBuffer log = new StringBuffer();
            %s
            }
            """;

    private TriedProgram() {
    }

    /**
     * The rules that a program breaks, and what its {@code main} gives or fails with.
     *
     * @param directory for the class files
     * @param members of the class: among them a {@code static Object main()}
     * @return for instance {@code [AJ103] 42}; {@code [AJ001] not built} after an error
     */
    static String of(Path directory, String members) throws IOException, ReflectiveOperationException {
        return ofText(directory, FRAME.formatted(members));
    }

    /** The same of a whole source. */
    static String ofText(Path directory, String text) throws IOException, ReflectiveOperationException {
        Path classes = Files.createTempDirectory(directory, "classes");
        List<Javac.Message> messages = Javac.compile(classes, List.of(Files.writeString(directory.resolve("Program.java"), text)));
        String rules = messages.stream().map(Javac.Message::code).filter(code -> !code.isEmpty()).distinct().toList() + " ";
        if (messages.stream().anyMatch(message -> message.kind() == Diagnostic.Kind.ERROR)) {
            return rules + "not built";
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, TriedProgram.class.getClassLoader())) {
            return rules + loader.loadClass("Program").getMethod("main").invoke(null);
        } catch (java.lang.reflect.InvocationTargetException failed) {
            return rules + failed.getCause().getClass().getSimpleName();
        }
    }
}
