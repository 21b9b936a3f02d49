package org.asyncjava.transformer.files;

import java.util.List;

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
    private static final List<String> OTHERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
    private static final int MOST_DIGITS = 4;

    /** The root that an entry lies in. */
    static PackageRoot of(String entryName) {
        for (String other : OTHERS) {
            if (entryName.startsWith(other)) {
                return new PackageRoot(other);
            }
        }
        return entryName.startsWith(VERSIONS) ? ofVersion(entryName) : JAR;
    }

    private static PackageRoot ofVersion(String entryName) {
        int end = VERSIONS.length();
        while (end < entryName.length() && isDigit(entryName.charAt(end))) {
            end++;
        }
        boolean isVersion = end > VERSIONS.length() && end <= VERSIONS.length() + MOST_DIGITS && entryName.startsWith("/", end);
        return isVersion ? new PackageRoot(entryName.substring(0, end + 1)) : JAR;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Written out, since the methods that a record has are linked when they are called first, which takes as long as transforming a class. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PackageRoot root && path.equals(root.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** The oldest release of Java that sees the classes of this root; 0 for all of them. */
    int release() {
        return path.startsWith(VERSIONS) ? Integer.parseInt(path.substring(VERSIONS.length(), path.length() - 1)) : 0;
    }
}
