package org.asyncjava.benchmarks.jmh;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Where and with what was measured.
 *
 * @param date the day
 * @param processor its name
 * @param processors how many
 * @param system the operating system
 * @param jdk the Java virtual machine
 * @param libraries the foreign archives on the class path, whose names end with their versions
 */
public record Machine(String date, String processor, int processors, String system, String jdk, List<String> libraries) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static void write(Path json) throws IOException {
        Files.writeString(json, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(thisOne()));
    }

    private static Machine thisOne() throws IOException {
        return new Machine(LocalDate.now(ZoneOffset.UTC).toString(), processorName(), Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"), archives());
    }

    private static String processorName() throws IOException {
        return Files.isReadable(PROCESSORS)
                ? Files.readAllLines(PROCESSORS).stream().filter(line -> line.startsWith("model name")).findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).trim()).orElse("unknown")
                : "unknown";
    }

    private static List<String> archives() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(entry -> new File(entry).getName())
                .filter(name -> name.endsWith(".jar") && !name.contains("SNAPSHOT")).map(name -> name.substring(0, name.length() - ".jar".length())).sorted().toList();
    }
}
