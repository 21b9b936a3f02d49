package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.Transformed;

/**
 * What is to become of a jar. Only the classes that change are held in memory.
 *
 * @param written the bytes of the classes that are changed or new, by the names of their entries
 * @param removed the names of the entries that go
 */
record JarChanges(TreeMap<String, byte[]> written, Set<String> removed) {
    /** The changes that the outcomes for all classes of a jar amount to. */
    static JarChanges of(List<TransformedFile> outcomes) {
        TreeMap<String, byte[]> written = new TreeMap<>();
        for (TransformedFile outcome : outcomes) {
            if (outcome.isChanged()) {
                Transformed content = outcome.content().get();
                written.put(outcome.file().location().entry(), content.classFile());
                for (Map.Entry<String, byte[]> machine : content.machines().entrySet()) {
                    written.put(outcome.file().location().sibling(machine.getKey()).entry(), machine.getValue());
                }
            }
        }
        Set<String> removed = new HashSet<>();
        for (ClassFileLocation stale : StaleMachines.of(outcomes)) {
            removed.add(stale.entry());
        }
        return new JarChanges(written, removed);
    }

    boolean isEmpty() {
        return written.isEmpty() && removed.isEmpty();
    }

    /**
     * Writes the changed jar: its entries in their order, with times, comments and compression, and after them the new ones in the order of their
     * names, with the time of the last. What is not changed goes through without being held in memory.
     */
    void apply(OpenJar jar, OutputStream target) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(target)) {
            out.setComment(jar.comment());
            ZipEntry last = null;
            Set<String> old = new HashSet<>();
            for (ZipEntry entry : jar.entries()) {
                if (!removed.contains(entry.getName())) {
                    copy(entry, jar, out);
                    old.add(entry.getName());
                    last = entry;
                }
            }
            for (Map.Entry<String, byte[]> machine : written.entrySet()) {
                if (!old.contains(machine.getKey())) {
                    add(machine.getKey(), machine.getValue(), last, out);
                }
            }
        }
    }

    private void copy(ZipEntry original, OpenJar jar, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(original);
        byte[] changed = written.get(original.getName());
        if (changed != null) {
            put(entry, changed, out);
            return;
        }
        if (entry.getMethod() == ZipEntry.DEFLATED) {
            entry.setCompressedSize(-1);
        }
        out.putNextEntry(entry);
        try (InputStream in = jar.content(original)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static void add(String name, byte[] content, ZipEntry model, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(model.getTimeLocal());
        put(entry, content, out);
    }

    /** What is stored without compression stays so, and its size and checksum have to be said before it is written. */
    private static void put(ZipEntry entry, byte[] content, ZipOutputStream out) throws IOException {
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setSize(content.length);
        entry.setCompressedSize(stored ? content.length : -1);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
