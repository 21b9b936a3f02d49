package org.asyncjava.compiler.source;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes a source may declare, from a look at its words: a hundredth of the time that parsing takes. It may name some that are not there, such as
 * local ones and what stands in comments, and leaves out none.
 *
 * @param identifiers the simple names; of one with a dollar sign also what is behind the last
 * @param packages the packages in which they may be
 * @param isSure whether that is so; otherwise nothing can be said without parsing
 */
record DeclarationScan(Set<String> identifiers, Set<String> packages, boolean isSure) {
    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|interface|enum|record)\\b(?:\\s+([\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*))?");
    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\b(?:\\s+([\\p{javaJavaIdentifierPart}.]+)\\s*;)?");

    private static final DeclarationScan UNSURE = new DeclarationScan(Set.of(), Set.of(), false);

    static DeclarationScan of(String text) {
        if (text.contains("\\u")) {
            return UNSURE;
        }
        Optional<Set<String>> identifiers = words(DECLARATION, text);
        Optional<Set<String>> packages = words(PACKAGE, text);
        if (identifiers.isEmpty() || packages.isEmpty()) {
            return UNSURE;
        }
        Set<String> names = new HashSet<>(identifiers.get());
        identifiers.get().forEach(name -> names.add(name.substring(name.lastIndexOf('$') + 1)));
        Set<String> all = new HashSet<>(packages.get());
        all.add("");
        return new DeclarationScan(names, all, true);
    }

    /** Empty if a word is followed by something that must be parsed: mostly a comment, or it is no keyword there. */
    private static Optional<Set<String>> words(Pattern pattern, String text) {
        Set<String> words = new HashSet<>();
        for (Matcher found = pattern.matcher(text); found.find();) {
            if (found.group(1) != null) {
                words.add(found.group(1));
            } else if (mayDeclare(text, found.end())) {
                return Optional.empty();
            }
        }
        return Optional.of(words);
    }

    /** Only a comment can stand between a keyword and a name, or between the parts of one. */
    private static boolean mayDeclare(String text, int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == '/' || Character.isJavaIdentifierStart(text.charAt(next)));
    }

    boolean mayDeclare(String packageName, String simpleName) {
        return !isSure || identifiers.contains(simpleName) && packages.contains(packageName);
    }
}
