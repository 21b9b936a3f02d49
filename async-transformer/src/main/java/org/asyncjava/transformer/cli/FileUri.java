package org.asyncjava.transformer.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Paths as references of RFC 3986, which know no backslashes, drives and spaces. */
final class FileUri {
    private FileUri() {
    }

    /** A path as it was given: relative stays relative, and an absolute one becomes a {@code file:} URI. */
    static String of(Path path) {
        String slashes = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        if (!path.isAbsolute()) {
            return encoded(slashes);
        }
        return slashes.startsWith("//") ? "file:" + encoded(slashes) : "file://" + encoded(slashes.startsWith("/") ? slashes : "/" + slashes);
    }

    /** The path with everything escaped that has another meaning in a URI. */
    static String encoded(String path) {
        try {
            String prefix = path.startsWith("/") ? "" : "/";
            return new URI("file", "", prefix + withoutHalves(path), null).toASCIIString().substring("file://".length() + prefix.length());
        } catch (URISyntaxException unforeseen) {
            throw new IllegalArgumentException(path, unforeseen);
        }
    }

    /** Half a surrogate pair has no bytes that could be escaped. */
    private static String withoutHalves(String path) {
        StringBuilder whole = new StringBuilder(path.length());
        path.codePoints().forEach(c -> whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        return whole.toString();
    }
}
