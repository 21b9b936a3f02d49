package org.asyncjava.maven;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Tells whether what is on a class path has changed, by names, sizes and times of files. */
final class ClassPathStamp extends SimpleFileVisitor<Path> {
    private long stamp = 1;

    private ClassPathStamp() {
    }

    /** Another number for another class path; entries that do not exist count as such. */
    static String of(List<Path> entries) {
        ClassPathStamp scan = new ClassPathStamp();
        for (Path entry : entries) {
            scan.add(entry.toString().hashCode());
            try {
                Files.walkFileTree(entry, scan);
            } catch (IOException unreadable) {
                scan.add(0);
            }
        }
        return Long.toHexString(scan.stamp);
    }

    private void add(long part) {
        stamp = (stamp ^ part) * 0x100000001b3L + part;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        add(file.toString().hashCode());
        add(attributes.size());
        add(attributes.lastModifiedTime().toMillis());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        add(file.toString().hashCode());
        return FileVisitResult.CONTINUE;
    }
}
