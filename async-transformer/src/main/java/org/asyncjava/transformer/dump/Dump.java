package org.asyncjava.transformer.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.plan.StateMachine;

/**
 * Writes every stage of a class's way through the transformer into files, for people to read.
 *
 * <p>For a class {@code p.Foo}: {@code p/Foo.txt} with normal form and plan of each method and listings of what was written, and the class
 * files before and after.
 */
public final class Dump {
    private final Optional<Path> directory;
    private final String className;
    private final StringBuilder text = new StringBuilder();

    private Dump(Optional<Path> directory, String className) {
        this.directory = directory;
        this.className = className;
    }

    /**
     * The dump of one class.
     *
     * @param directory where to; empty for none
     * @param className internal name
     * @return a dump, which does nothing where there is no directory
     */
    public static Dump of(Optional<Path> directory, String className) {
        return new Dump(directory, className);
    }

    /**
     * Notes normal form and plan of a method.
     *
     * @param machine the plan, before it is used up
     */
    public void method(StateMachine machine) {
        if (directory.isPresent()) {
            section("normal form of " + machine.facts().method().name, Listing.of(machine.facts().method()));
            section("plan", machine.toString());
        }
    }

    /**
     * Writes the files.
     *
     * @param original the class before
     * @param classFile the class after
     * @param machines its machines by internal name
     * @throws UncheckedIOException if they cannot be written
     */
    public void classes(byte[] original, byte[] classFile, Map<String, byte[]> machines) {
        if (directory.isEmpty()) {
            return;
        }
        section("class " + className, Listing.of(classFile));
        machines.forEach((name, bytes) -> section("machine " + name, Listing.of(bytes)));
        write(className + ".before.class", original);
        write(className + ".class", classFile);
        machines.forEach((name, bytes) -> write(name + ".class", bytes));
        write(className + ".txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void section(String title, String content) {
        text.append("=== ").append(title).append('\n').append(content).append('\n');
    }

    private void write(String name, byte[] content) {
        Path file = directory.orElseThrow().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the dump " + file, failure);
        }
    }
}
