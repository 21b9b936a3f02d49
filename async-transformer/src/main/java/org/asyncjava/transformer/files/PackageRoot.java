package org.asyncjava.transformer.files;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder in a jar that holds packages.
 *
 * <p>Besides the jar itself these are roots: the versions of a multi-release jar (JEP 238), and the folders of classes in a web archive and in an
 * executable jar of Spring Boot.
 *
 * @param path path in the jar, with a slash at its end; empty for the jar itself
 */
record PackageRoot(String path) {
    /** The jar itself. */
    static final PackageRoot JAR = new PackageRoot("");

    private static final String VERSIONS = "META-INF/versions/";
    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile(VERSIONS + "\\d{1,4}/"), Pattern.compile("BOOT-INF/classes/"), Pattern.compile("WEB-INF/classes/"));

    /** The root that an entry lies in. */
    static PackageRoot of(String entryName) {
        for (Pattern pattern : OTHERS) {
            Matcher root = pattern.matcher(entryName);
            if (root.lookingAt()) {
                return new PackageRoot(root.group());
            }
        }
        return JAR;
    }

    /** The oldest release of Java that sees the classes of this root; 0 for all of them. */
    int release() {
        return path.startsWith(VERSIONS) ? Integer.parseInt(path.substring(VERSIONS.length(), path.length() - 1)) : 0;
    }
}
