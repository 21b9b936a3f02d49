package org.asyncjava.transformer.agent;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Class names with wildcards.
 *
 * @param patterns one for each
 */
record NamePatterns(List<Pattern> patterns) {
    /** Patterns separated by colons; {@code *} stands for any characters, {@code ?} for one. */
    static NamePatterns of(String joined) {
        return new NamePatterns(Arrays.stream(joined.split(":")).filter(glob -> !glob.isBlank()).map(NamePatterns::pattern).toList());
    }

    private static Pattern pattern(String glob) {
        String quoted = Pattern.quote(glob.strip());
        return Pattern.compile(quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    boolean match(String className) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(className).matches());
    }
}
