package org.asyncjava.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How serious each rule is taken.
 *
 * @param chosen the rules that differ from their own level
 */
public record Levels(Map<AwaitRule, Level> chosen) {
    /**
     * Makes levels; the map is copied.
     *
     * @throws IllegalArgumentException if a rule that is an error by nature is taken for less: its offence is no matter of taste, the
     *     program hangs, loses a monitor or throws when it gets there
     */
    public Levels {
        chosen = Map.copyOf(chosen);
        for (Map.Entry<AwaitRule, Level> choice : chosen.entrySet()) {
            requireNotLowered(choice.getKey(), choice.getValue());
        }
    }

    private static void requireNotLowered(AwaitRule rule, Level level) {
        if (rule.level() == Level.ERROR && level != Level.ERROR) {
            throw new IllegalArgumentException("would lower an error, which cannot be: code that breaks " + rule.code() + " goes wrong when it runs");
        }
    }

    /**
     * Every rule at its own level.
     *
     * @return errors and warnings
     */
    public static Levels defaults() {
        return new Levels(Map.of());
    }

    /**
     * Warnings off: what a build of class files looks at unless it is asked for more.
     *
     * @return errors alone
     */
    public static Levels errorsOnly() {
        Map<AwaitRule, Level> off = new EnumMap<>(AwaitRule.class);
        for (AwaitRule rule : AwaitRule.values()) {
            if (rule.level() == Level.WARNING) {
                off.put(rule, Level.OFF);
            }
        }
        return new Levels(off);
    }

    /**
     * The same levels with another choice for one rule.
     *
     * @param rule the rule
     * @param level its level from now on
     * @return new levels
     * @throws IllegalArgumentException if the rule cannot have it
     */
    public Levels with(AwaitRule rule, Level level) {
        Map<AwaitRule, Level> changed = new EnumMap<>(AwaitRule.class);
        changed.putAll(chosen);
        changed.put(rule, level);
        return new Levels(changed);
    }

    /**
     * The same levels with a choice as users write it.
     *
     * @param code the rule's code, such as {@code AJ103}
     * @param level {@code error}, {@code warning} or {@code off}
     * @return new levels
     * @throws IllegalArgumentException if there is no such rule or level, or the rule cannot have it; the message goes on after the choice
     */
    public Levels with(String code, String level) {
        Optional<Level> wanted = switch (level) {
            case "error" -> Optional.of(Level.ERROR);
            case "warning" -> Optional.of(Level.WARNING);
            case "off" -> Optional.of(Level.OFF);
            default -> Optional.empty();
        };
        return AwaitRule.ofCode(code).flatMap(rule -> wanted.map(known -> with(rule, known)))
                .orElseThrow(() -> new IllegalArgumentException("names no rule, or no level (error, warning, off)"));
    }

    /**
     * The level of a rule.
     *
     * @param rule the rule
     * @return what was chosen, or its own
     */
    public Level of(AwaitRule rule) {
        return chosen.getOrDefault(rule, rule.level());
    }

    /**
     * Tells whether any of the rules that are warnings by nature is looked for.
     *
     * @return false if all of them are off
     */
    public boolean lookForWarnings() {
        for (AwaitRule rule : AwaitRule.values()) {
            if (rule.level() == Level.WARNING && of(rule) != Level.OFF) {
                return true;
            }
        }
        return false;
    }
}
