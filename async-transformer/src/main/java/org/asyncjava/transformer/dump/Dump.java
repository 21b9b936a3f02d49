package org.asyncjava.transformer.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.emit.EmittedMethod;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.FileFailure;

/**
 * Writes every stage of a class's way through the transformer into files, for people to read.
 *
 * <p>For a class {@code p.Foo}: {@code p/Foo.txt} with normal form, plan and states of each method and listings of what was written, and the class
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
     * @param machine the plan
     */
    public void method(StateMachine machine) {
        if (directory.isPresent()) {
            section("normal form of " + machine.facts().method().name, Listing.of(machine.facts().method()));
            section("plan", machine.toString());
        }
    }

    /**
     * Notes the resumable body of a method.
     *
     * @param method what was written
     */
    public void states(EmittedMethod method) {
        if (directory.isPresent()) {
            section("states of " + method.plan().facts().method().name, StatesListing.of(method));
        }
    }

    /**
     * Writes the files.
     *
     * @param original the class before
     * @param classFile the class after
     * @param machines its machines by internal name
     * @return what is to be said of it: that they could not be written
     */
    public Optional<String> classes(byte[] original, byte[] classFile, Map<String, byte[]> machines) {
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        section("class " + className, Listing.of(classFile));
        machines.forEach((name, bytes) -> section("machine " + name, Listing.of(bytes)));
        try {
            write(className + ".before.class", original);
            write(className + ".class", classFile);
            for (Map.Entry<String, byte[]> machine : machines.entrySet()) {
                write(machine.getKey() + ".class", machine.getValue());
            }
            write(className + ".txt", text.toString().getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of("the dump of " + className.replace('/', '.') + " cannot be written: " + FileFailure.text(failure));
        } catch (InvalidPathException impossible) {
            return Optional.of("the dump of " + className.replace('/', '.') + " cannot be written: " + impossible.getMessage());
        }
    }

    /**
     * Finds out whether dumps can be written, and makes the directory.
     *
     * @param directory where to
     * @return why not
     */
    public static Optional<String> objection(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.isWritable(directory) ? Optional.empty() : Optional.of("access denied: " + directory);
        } catch (IOException refused) {
            return Optional.of(FileFailure.text(refused));
        }
    }

    private void section(String title, String content) {
        text.append("=== ").append(title).append('\n').append(content).append('\n');
    }

    private void write(String name, byte[] content) throws IOException {
        Path root = directory.orElseThrow().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("the name leads out of " + root);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
