package org.asyncjava.lsp.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;

/**
 * What a project says of itself in the file {@value #FILE} of its root. All of it is optional.
 *
 * <p>{@code classpath}: jars and directories, separated by {@code ;} or commas, relative to the root; {@code folder/*} stands for all jars of a folder.
 * {@code encoding} of the sources, by default UTF-8. {@code rules}: levels, such as {@code AJ103=off, AJ101=error}. {@code callAnnotations}: as for
 * the Maven plugin.
 *
 * @param classPath what the sources use; empty if the file does not say
 * @param encoding of the sources
 * @param levels how serious each rule is taken
 * @param annotations those that last as long as a call
 * @param complaints what is wrong with the file
 */
public record Settings(Optional<List<Path>> classPath, Charset encoding, Levels levels, CallAnnotations annotations, List<String> complaints) {
    /** Its name. */
    public static final String FILE = "async-java.properties";

    private static final String LIST = "[;,\\n]";

    /**
     * Reads a project's settings.
     *
     * @param root the project's folder
     * @return the settings; what is wrong with them is among the complaints and has no effect
     */
    public static Settings of(Path root) {
        Path file = root.resolve(FILE);
        Properties said = new Properties();
        List<String> complaints = new ArrayList<>();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                said.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                complaints.add(FILE + " cannot be read: " + unreadable.getMessage());
            }
        }
        Optional<List<Path>> classPath = Optional.ofNullable(said.getProperty("classpath")).map(list -> entries(root, list, complaints));
        return new Settings(classPath, encoding(said.getProperty("encoding"), complaints), levels(said.getProperty("rules", ""), complaints),
                annotations(said.getProperty("callAnnotations", ""), complaints), List.copyOf(complaints));
    }

    private static List<Path> entries(Path root, String list, List<String> complaints) {
        List<Path> entries = new ArrayList<>();
        for (String name : list.split(LIST)) {
            try {
                if (name.strip().endsWith("*")) {
                    entries.addAll(Jars.in(root.resolve(name.strip().substring(0, name.strip().length() - 1))));
                } else if (!name.isBlank()) {
                    entries.add(root.resolve(name.strip()));
                }
            } catch (IllegalArgumentException unfit) {
                complaints.add(FILE + ": the class path entry " + name.strip() + " is no path");
            }
        }
        return entries;
    }

    private static Charset encoding(String name, List<String> complaints) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            complaints.add(FILE + ": encoding=" + name + " names no encoding");
            return StandardCharsets.UTF_8;
        }
    }

    private static Levels levels(String list, List<String> complaints) {
        Levels levels = Levels.defaults();
        for (String choice : list.split(LIST)) {
            String[] parts = choice.strip().split("\\s*=\\s*", 2);
            if (choice.isBlank()) {
                continue;
            }
            try {
                levels = levels.with(parts[0], parts.length == 2 ? parts[1] : "");
            } catch (IllegalArgumentException refused) {
                complaints.add(FILE + ": rules: " + choice.strip() + " " + refused.getMessage());
            }
        }
        return levels;
    }

    private static CallAnnotations annotations(String list, List<String> complaints) {
        try {
            return list.isBlank() ? CallAnnotations.known() : CallAnnotations.known().with(list);
        } catch (IllegalArgumentException refused) {
            complaints.add(FILE + ": callAnnotations: " + refused.getMessage());
            return CallAnnotations.known();
        }
    }
}
