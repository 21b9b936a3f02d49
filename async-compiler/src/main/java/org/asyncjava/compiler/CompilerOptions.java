package org.asyncjava.compiler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Levels;

/**
 * What the user asks of the plugin.
 *
 * @param levels how serious each rule is taken
 * @param lists annotations to be added to those that last as long as a call, or taken away, as users write it
 * @param transforms whether the written classes are transformed, or another tool does that
 * @param output where {@code -d} points to, said again to a plugin that runs without annotation processing
 * @param objections what could not be understood
 */
record CompilerOptions(Levels levels, List<String> lists, boolean transforms, Optional<String> output, List<String> objections) {
    private static final String PREFIX = "async.";
    private static final String TRANSFORM = "transform";
    private static final String OUTPUT = "output";
    private static final String ANNOTATIONS = "annotations";

    CompilerOptions {
        lists = List.copyOf(lists);
        objections = List.copyOf(objections);
    }

    /** The names that follow {@code -A}. */
    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(PREFIX + TRANSFORM, PREFIX + ANNOTATIONS));
        for (AwaitRule rule : AwaitRule.values()) {
            names.add(PREFIX + rule.code());
        }
        return Collections.unmodifiableSet(names);
    }

    /** Options of an annotation processor, such as {@code async.AJ103=error}. */
    static CompilerOptions ofProcessor(Map<String, String> options) {
        Map<String, String> own = new TreeMap<>();
        options.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                own.put(name.substring(PREFIX.length()), value == null ? "" : value);
            }
        });
        return of(own);
    }

    /** Arguments of a plugin, such as {@code AJ103=error}. */
    static CompilerOptions ofPlugin(String... arguments) {
        Map<String, String> own = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            own.put(equals < 0 ? argument : argument.substring(0, equals), equals < 0 ? "" : argument.substring(equals + 1));
        }
        return of(own);
    }

    /** These options and more, as a plugin and a processor in one compilation may be given them. */
    CompilerOptions and(CompilerOptions more) {
        Levels both = levels;
        for (Map.Entry<AwaitRule, Level> chosen : more.levels.chosen().entrySet()) {
            both = both.with(chosen.getKey(), chosen.getValue());
        }
        List<String> all = new ArrayList<>(objections);
        all.addAll(more.objections);
        return new CompilerOptions(both, Stream.concat(lists.stream(), more.lists.stream()).toList(), transforms && more.transforms, more.output.or(() -> output), all);
    }

    /** The annotations that last as long as a call. */
    CallAnnotations annotations() {
        CallAnnotations known = CallAnnotations.known();
        for (String list : lists) {
            known = known.with(list);
        }
        return known;
    }

    private static CompilerOptions of(Map<String, String> options) {
        Levels levels = Levels.defaults();
        List<String> objections = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (option.getKey().equals(TRANSFORM) || option.getKey().equals(OUTPUT)) {
                continue;
            }
            try {
                if (option.getKey().equals(ANNOTATIONS)) {
                    CallAnnotations.known().with(option.getValue());
                    lists.add(option.getValue());
                } else {
                    levels = levels.with(option.getKey(), option.getValue());
                }
            } catch (IllegalArgumentException impossible) {
                objections.add("the option " + option.getKey() + "=" + option.getValue() + " " + impossible.getMessage());
            }
        }
        boolean transforms = !Level.OFF.name().equalsIgnoreCase(options.getOrDefault(TRANSFORM, ""));
        return new CompilerOptions(levels, lists, transforms, Optional.ofNullable(options.get(OUTPUT)), objections);
    }
}
