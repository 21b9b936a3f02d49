package org.asyncjava.transformer.observe;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs in the process that is looked at: asks the runtime there, or each of them where several class loaders have one, and writes what it says into a file. On its
 * own: nothing of the command line is in that process.
 */
public final class DumpAgent {
    private static final String DUMP = "org.asyncjava.runtime.CoroutineDump";

    private DumpAgent() {
    }

    /**
     * Called by the JVM.
     *
     * @param arguments the method to call, a space, the file
     * @param instrumentation knows the classes of the process
     * @throws IOException when the file cannot be written
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) throws IOException {
        int space = arguments.indexOf(' ');
        Path file = Path.of(arguments.substring(space + 1));
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(unfinished, String.join("\n", dumps(arguments.substring(0, space), instrumentation)));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> dumps(String method, Instrumentation instrumentation) {
        List<String> dumps = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getName().equals("org.asyncjava.runtime.EventLoop")) {
                dumps.add(dump(method, loaded.getClassLoader()));
            }
        }
        return dumps;
    }

    private static String dump(String method, ClassLoader runtime) {
        try {
            return (String) Class.forName(DUMP, true, runtime).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException | LinkageError failure) {
            return "this runtime cannot be asked: " + failure + "\n";
        }
    }
}
