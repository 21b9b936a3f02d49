package org.asyncjava.transformer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of a source promise to be reported: {@code // AJ003} on the line itself, or {@code // AJ007 declaration} for a method
 * without code, whose line no class file knows.
 *
 * @param found code and line of each, in order
 */
record Promises(List<String> found) {
    private static final Pattern PROMISE = Pattern.compile("// (AJ\\d{3})( declaration)?$");

    static Promises of(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        TreeSet<String> promises = new TreeSet<>();
        for (int index = 0; index < lines.size(); index++) {
            Matcher matcher = PROMISE.matcher(lines.get(index));
            if (matcher.find()) {
                promises.add(promise(matcher.group(1), matcher.group(2) == null ? index + 1 : 0));
            }
        }
        return new Promises(List.copyOf(promises));
    }

    static String promise(String code, int line) {
        return "%s at line %03d".formatted(code, line);
    }
}
