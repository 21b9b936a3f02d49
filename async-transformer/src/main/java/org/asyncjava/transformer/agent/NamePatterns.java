package org.asyncjava.transformer.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * Class names with wildcards.
 *
 * @param globs one for each; {@code *} stands for any characters, {@code ?} for one
 */
record NamePatterns(List<String> globs) {
    /** Patterns separated by colons. */
    static NamePatterns of(String joined) {
        List<String> globs = new ArrayList<>();
        for (String glob : joined.split(":")) {
            if (!glob.isBlank()) {
                globs.add(glob.strip());
            }
        }
        return new NamePatterns(globs);
    }

    boolean match(String className) {
        for (int i = 0; i < globs.size(); i++) {
            if (matches(globs.get(i), className)) {
                return true;
            }
        }
        return false;
    }

    /** When the rest does not fit, the last asterisk takes one character more: earlier ones never have to. */
    private static boolean matches(String glob, String name) {
        int g = 0;
        int n = 0;
        int asterisk = -1;
        int taken = 0;
        while (n < name.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                asterisk = g++;
                taken = n;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
                g++;
                n++;
            } else if (asterisk >= 0) {
                g = asterisk + 1;
                n = ++taken;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
