package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.asyncjava.transformer.read.BoundedFile;
import org.asyncjava.transformer.read.ClassPathEntry;

/** A jar that is read, its class files by the roots of their packages. Safe for use by several threads at once. */
final class OpenJar implements AutoCloseable {
    private static final String META = "META-INF/";
    private static final Set<String> SIGNATURES = Set.of("SF", "RSA", "DSA", "EC");

    private final Path file;
    private final ZipFile zip;
    private final Map<PackageRoot, List<ClassSource>> classes = new LinkedHashMap<>();

    /**
     * Opens a jar.
     *
     * @throws IOException if the file is no jar, is signed or cannot be read
     */
    OpenJar(Path file) throws IOException {
        this.file = file;
        zip = new ZipFile(file.toFile());
        try {
            classes.put(PackageRoot.JAR, new ArrayList<>());
            for (ZipEntry entry : entries()) {
                refuseSignature(entry);
                if (!entry.isDirectory() && entry.getName().endsWith(ClassFile.EXTENSION)) {
                    PackageRoot root = PackageRoot.of(entry.getName());
                    enter(root, source(root, entry));
                }
            }
        } catch (IOException refused) {
            zip.close();
            throw refused;
        }
    }

    private void enter(PackageRoot root, ClassSource source) {
        List<ClassSource> entered = classes.get(root);
        if (entered == null) {
            entered = new ArrayList<>();
            classes.put(root, entered);
        }
        entered.add(source);
    }

    private static void refuseSignature(ZipEntry entry) throws IOException {
        if (isSignature(entry.getName())) {
            throw new IOException("it is signed (" + entry.getName() + ") and its signature would no longer be right:"
                    + " transform it before it is signed, or use the agent");
        }
    }

    private static boolean isSignature(String name) {
        if (!name.regionMatches(true, 0, META, 0, META.length()) || name.indexOf('/', META.length()) >= 0) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        return dot > META.length() && SIGNATURES.contains(name.substring(dot + 1).toUpperCase(Locale.ROOT));
    }

    private ClassSource source(PackageRoot root, ZipEntry entry) {
        String name = ClassSource.internalName(entry.getName().substring(root.path().length()));
        return new ClassSource(new ClassFileLocation(file, entry.getName()), name, () -> bytes(entry));
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = content(entry)) {
            return BoundedFile.read(in);
        }
    }

    /** All entries, in their order. */
    List<? extends ZipEntry> entries() {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        return Collections.list(entries);
    }

    InputStream content(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    /** The comment on the whole; null for none. */
    String comment() {
        return zip.getComment();
    }

    /** The roots of packages, the jar's own first. */
    Set<PackageRoot> roots() {
        return Collections.unmodifiableSet(classes.keySet());
    }

    List<ClassSource> classes(PackageRoot root) {
        return Collections.unmodifiableList(classes.get(root));
    }

    /** What the classes of a root see of this jar: of a version also the older ones and those without version. */
    List<ClassPathEntry> seenFrom(PackageRoot root) {
        List<ClassPathEntry> seen = new ArrayList<>(List.of(new RootEntry(root)));
        List<PackageRoot> older = new ArrayList<>();
        for (PackageRoot other : roots()) {
            if (other.release() <= root.release()) {
                older.add(other);
            }
        }
        if (older.size() > 1) {
            older.sort(Comparator.comparing(PackageRoot::release).reversed());
        }
        for (PackageRoot other : older) {
            seen.add(new RootEntry(other));
        }
        return seen;
    }

    /**
     * A class, whatever release of Java sees it.
     *
     * @throws IOException if it is there and cannot be read
     */
    Optional<byte[]> inAnyRoot(String internalName) throws IOException {
        for (PackageRoot root : roots()) {
            byte[] classFile = new RootEntry(root).classFile(internalName);
            if (classFile != null) {
                return Optional.of(classFile);
            }
        }
        return Optional.empty();
    }

    /** One root as an entry of a class path. */
    private final class RootEntry implements ClassPathEntry {
        private final PackageRoot root;

        RootEntry(PackageRoot root) {
            this.root = root;
        }

        @Override
        public byte[] classFile(String internalName) throws IOException {
            ZipEntry entry = zip.getEntry(root.path() + internalName + ClassFile.EXTENSION);
            return entry == null ? null : bytes(entry);
        }

        @Override
        public void close() {
            // the jar is closed by who opened it
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
