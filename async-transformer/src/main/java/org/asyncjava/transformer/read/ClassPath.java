package org.asyncjava.transformer.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the class files of other classes are found. Never loads a class.
 *
 * <p>Safe for use by several threads at once. Outlines are kept: a class path is made for one run over one set of classes.
 */
public final class ClassPath implements AutoCloseable {
    /** Packages that no class path can add to: the JVM refuses to define a class in them. */
    private static final String JDK_ALONE = "java/";

    private final RunningJdk jdk = new RunningJdk();
    private final List<ClassPathEntry> entries;
    private final Map<String, Optional<ClassOutline>> outlines = new ConcurrentHashMap<>();
    private final Map<String, Boolean> mayBeAsync = new ConcurrentHashMap<>();

    private ClassPath(List<ClassPathEntry> entries) {
        this.entries = entries;
    }

    /**
     * A class path of directories and jars, in this order, and after them the classes of the running JDK.
     *
     * @param entries directories and jars; those that do not exist, and files of other kinds, are passed over, as
     *     {@code java} does
     * @return the class path, to be closed by the caller
     * @throws TransformationException if a file named as a jar cannot be read as one
     */
    public static ClassPath of(List<Path> entries) {
        return of(List.of(), entries);
    }

    /**
     * A class path of places that the caller knows, then directories and jars, and after them the classes of the running JDK.
     *
     * @param first the places; closed with the class path
     * @param entries directories and jars, as above
     * @return the class path, to be closed by the caller
     * @throws TransformationException if a file named as a jar cannot be read as one
     */
    public static ClassPath of(List<ClassPathEntry> first, List<Path> entries) {
        ClassPath classPath = new ClassPath(new ArrayList<>(first));
        try {
            for (Path entry : entries) {
                classPath.add(entry);
            }
        } catch (TransformationException unreadable) {
            classPath.close();
            throw unreadable;
        }
        classPath.entries.add(classPath.jdk);
        return classPath;
    }

    /**
     * A class path of places that the caller knows, in this order, and after them the classes of the running JDK.
     *
     * @param entries the places; closed with the class path
     * @return the class path, to be closed by the caller
     */
    public static ClassPath over(ClassPathEntry... entries) {
        return of(List.of(entries), List.of());
    }

    private void add(Path entry) {
        if (Files.isDirectory(entry)) {
            entries.add(new DirectoryEntry(entry));
        } else if (Files.isRegularFile(entry)) {
            addArchive(entry);
        }
    }

    private void addArchive(Path file) {
        try {
            entries.add(new ArchiveEntry(file));
        } catch (IOException unreadable) {
            if (file.toString().endsWith(".jar")) {
                throw new TransformationException("the class path entry " + file + " cannot be read as a jar: "
                        + unreadable.getMessage(), unreadable);
            }
        }
    }

    /**
     * The class file of a class.
     *
     * @param internalName its name with slashes
     * @return its bytes as they are now; empty if it is on no entry
     * @throws TransformationException if it is there and cannot be read
     */
    public Optional<byte[]> classFile(String internalName) {
        if (internalName.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(internalName.startsWith(JDK_ALONE) ? jdk.classFile(internalName) : ofEntries(internalName));
        } catch (IOException unreadable) {
            throw new TransformationException("the class file of " + internalName.replace('/', '.')
                    + " on the class path cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private byte[] ofEntries(String internalName) throws IOException {
        for (ClassPathEntry entry : entries) {
            byte[] bytes = entry.classFile(internalName);
            if (bytes != null) {
                return bytes;
            }
        }
        return null;
    }

    /**
     * What a class file says without its code.
     *
     * @param internalName the name of the class with slashes
     * @return the outline; empty if the class is on no entry
     * @throws TransformationException if the class file is there and damaged
     */
    public Optional<ClassOutline> outline(String internalName) {
        Optional<ClassOutline> outline = outlines.get(internalName);
        if (outline == null) {
            outline = readOutline(internalName);
            outlines.put(internalName, outline);
        }
        return outline;
    }

    /**
     * Notes of a class that is found here what its class file says, for whoever needs to know it of a member of a nest and would have to read it once
     * more. Of several classes of one name the first one counts, as it does on a class path.
     *
     * @param internalName the name by which it is found
     * @param mayBe whether it can contain anything async
     */
    public void note(String internalName, boolean mayBe) {
        mayBeAsync.putIfAbsent(internalName, mayBe);
    }

    /**
     * Tells whether a class can contain anything async, as {@link AsyncClass} says it.
     *
     * @param internalName the name of the class with slashes
     * @return false also if the class is on no entry
     * @throws TransformationException if it is there and cannot be read
     */
    boolean mayBeAsync(String internalName) {
        Boolean noted = mayBeAsync.get(internalName);
        if (noted == null) {
            Optional<byte[]> found = classFile(internalName);
            noted = found.isPresent() && AsyncClass.mayBe(found.get(), this);
        }
        return noted;
    }

    private Optional<ClassOutline> readOutline(String internalName) {
        Optional<byte[]> classFile = classFile(internalName);
        try {
            return classFile.isEmpty() ? Optional.empty() : Optional.of(OutlineReader.read(classFile.get()));
        } catch (RuntimeException | StackOverflowError damage) {
            throw new TransformationException("the class file of " + internalName.replace('/', '.')
                    + " on the class path is damaged or truncated: compile it again", damage);
        }
    }

    /** Closes the jars. What could not be closed is of no further interest: nothing was written to it. */
    @Override
    public void close() {
        for (ClassPathEntry entry : entries) {
            try {
                entry.close();
            } catch (IOException onClosing) {
                continue;
            }
        }
    }
}
