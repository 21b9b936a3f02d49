package org.asyncjava.it.jars;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Jars that Eclipse takes for bundles. */
final class EclipseBundle {
    private EclipseBundle() {
    }

    /**
     * Writes one of a program.
     *
     * @param headers lines of its manifest, none longer than 72 characters
     * @param plugin its {@code plugin.xml}
     */
    static void of(Path classes, Path file, String headers, String plugin) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n" + headers + "\n")
                .getBytes(StandardCharsets.UTF_8)));
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest); Stream<Path> files = Files.walk(classes)) {
            for (Path entry : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, jar);
            }
            jar.putNextEntry(new ZipEntry("plugin.xml"));
            jar.write(plugin.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes one that has libraries in it, and exports all their packages.
     *
     * @param packages the version that these are exported with
     */
    static void ofLibraries(List<Path> libraries, Path file, String name, String packages) throws IOException {
        Set<String> exported = new TreeSet<>();
        for (Path library : libraries) {
            try (JarFile jar = new JarFile(library.toFile())) {
                jar.stream().map(ZipEntry::getName).filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/") && entry.contains("/"))
                        .forEach(entry -> exported.add(entry.substring(0, entry.lastIndexOf('/')).replace('/', '.')));
            }
        }
        Manifest manifest = new Manifest();
        Map.of("Manifest-Version", "1.0", "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", "1.17.0", "Bundle-ClassPath",
                libraries.stream().map(library -> library.getFileName().toString()).collect(Collectors.joining(",")), "Export-Package",
                exported.stream().map(exports -> exports + ";version=\"" + packages + "\"").collect(Collectors.joining(","))).forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Path library : libraries) {
                jar.putNextEntry(new ZipEntry(library.getFileName().toString()));
                Files.copy(library, jar);
            }
        }
    }
}
