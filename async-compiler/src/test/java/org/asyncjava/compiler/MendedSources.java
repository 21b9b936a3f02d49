package org.asyncjava.compiler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import org.asyncjava.compiler.fix.Fix;

/** Sources before and after fixes, and what javac and the plugin say of both. */
final class MendedSources {
    private final Variants variants;
    private final Map<String, Mended> mended = new LinkedHashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();

    MendedSources(Path directory) {
        this.variants = new Variants(directory);
    }

    /**
     * A source after a fix.
     *
     * @param what of the fix
     * @param rule code of the rule that was broken
     * @param original the variant before
     */
    private record Mended(String what, String rule, String original) {
    }

    void add(String name, String text, String rule, Fix fix) throws IOException {
        if (!originals.containsKey(name)) {
            originals.put(name, variants.add(name, text));
        }
        mended.put(variants.add(name, fix.applied(text)), new Mended(name + " " + rule + " " + fix.title(), rule, originals.get(name)));
    }

    int size() {
        return mended.size();
    }

    /** Those of which more is said than before, or nothing less of the rule. */
    List<String> worse(List<Path> libraries) throws IOException {
        Map<String, List<Javac.Message>> messages = variants.compiled(libraries);
        List<String> worse = new ArrayList<>();
        mended.forEach((variant, what) -> {
            List<Javac.Message> before = messages.get(what.original());
            List<Javac.Message> after = messages.get(variant);
            Predicate<Javac.Message> ofRule = message -> message.code().equals(what.rule());
            if (count(after, MendedSources::isError) > count(before, MendedSources::isError) || count(after, ofRule) >= count(before, ofRule)) {
                worse.add(what.what() + ": " + after.stream().map(message -> message.line() + " " + message.message()).toList());
            }
        });
        return worse;
    }

    private static boolean isError(Javac.Message message) {
        return message.kind() == Diagnostic.Kind.ERROR;
    }

    private static long count(List<Javac.Message> messages, Predicate<Javac.Message> which) {
        return messages.stream().filter(which).count();
    }
}
