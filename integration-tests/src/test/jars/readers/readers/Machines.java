package readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class files below the directory that the readers read. */
final class Machines {
    private Machines() {
    }

    static List<String> classNames(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> directory.relativize(file).toString().replace('\\', '/')).filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.')).sorted().toList();
        }
    }

    static boolean isMachine(String className) {
        return className.matches(".*\\$Async\\d+");
    }

    /** The class that a machine was written for: the name without the method and the number. */
    static String owner(String machine) {
        String withMethod = machine.substring(0, machine.lastIndexOf("$Async"));
        return withMethod.contains("$lambda$") ? withMethod.substring(0, withMethod.indexOf("$lambda$")) : withMethod.substring(0, withMethod.lastIndexOf('$'));
    }

    static void require(boolean condition, Object text) {
        if (!condition) {
            throw new AssertionError(text);
        }
    }
}
