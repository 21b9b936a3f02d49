package org.asyncjava.transformer.files;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a class file in a jar belongs: the root of its packages, and its path below that.
 *
 * <p>Besides the jar itself these are roots: the versions of a multi-release jar (JEP 238), and the folders of classes in a web archive and in an
 * executable jar of Spring Boot.
 *
 * @param root path in the jar, with a slash at its end; empty for the jar itself
 * @param path path of the class file below it
 */
record Layout(String root, String path) {
    private static final String VERSIONS = "META-INF/versions/";
    private static final List<Pattern> ROOTS = List.of(
            Pattern.compile(VERSIONS + "\\d{1,4}/"), Pattern.compile("BOOT-INF/classes/"), Pattern.compile("WEB-INF/classes/"));

    static Layout of(String entryName) {
        for (Pattern pattern : ROOTS) {
            Matcher root = pattern.matcher(entryName);
            if (root.lookingAt()) {
                return new Layout(root.group(), entryName.substring(root.end()));
            }
        }
        return new Layout("", entryName);
    }

    /** The oldest release of Java that sees the classes of this root; 0 for all of them. */
    int release() {
        return root.startsWith(VERSIONS) ? Integer.parseInt(root.substring(VERSIONS.length(), root.length() - 1)) : 0;
    }

    /** The name of a directory for the classes of this root. */
    String folder() {
        return root.isEmpty() ? "jar" : root.replace('/', '_');
    }
}
