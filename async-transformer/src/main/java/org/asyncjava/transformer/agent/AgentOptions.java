package org.asyncjava.transformer.agent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.dump.Dump;

/**
 * What the agent was asked for.
 *
 * @param classes the classes to be transformed
 * @param dump directory for readable listings; empty for none
 * @param verify whether to check what is generated
 * @param log how much to tell
 * @param order when the agent's turn is
 */
record AgentOptions(ClassSelection classes, String dump, boolean verify, AgentLog.Level log, Order order) {
    /** When the agent's turn is, among those that change the same classes. */
    enum Order {
        /** After agents that cannot retransform, such as JaCoCo's, wherever they stand on the command line. */
        LAST,
        /** Where it stands on the command line among such agents: before AspectJ's, which takes methods to pieces. */
        GIVEN
    }

    /** An option that does not exist, or a value that it cannot have. */
    static final class UnknownOptionException extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownOptionException(String message) {
            super(message);
        }
    }

    /**
     * Parses {@code name=value} pairs with commas between them.
     *
     * <ul>
     *   <li>{@code include}, {@code exclude}: class names separated by colons, with {@code *} and {@code ?}; all and none if absent
     *   <li>{@code dump}: directory for readable listings
     *   <li>{@code verify}: {@code true} checks what is generated as the JVM would, so that a class that would not load is left as it is
     *   <li>{@code order}: {@code last} (as if absent), {@code given}
     *   <li>{@code log}: {@code off}, {@code failures} (as if absent), {@code classes}
     * </ul>
     *
     * @param arguments the pairs; empty for none
     * @return the options
     * @throws UnknownOptionException if one of them is not in the list above
     */
    static AgentOptions parse(String arguments) throws UnknownOptionException {
        ClassSelection all = new ClassSelection(NamePatterns.of("*"), NamePatterns.of(""));
        AgentOptions options = new AgentOptions(all, "", false, AgentLog.Level.FAILURES, Order.LAST);
        for (String pair : arguments.split(",")) {
            if (!pair.isBlank()) {
                options = options.with(pair.strip());
            }
        }
        return options;
    }

    private AgentOptions with(String pair) throws UnknownOptionException {
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        return switch (pair.substring(0, Math.max(equals, 0))) {
            case "include" -> with(new ClassSelection(NamePatterns.of(value), classes.exclude()));
            case "exclude" -> with(new ClassSelection(classes.include(), NamePatterns.of(value)));
            case "dump" -> new AgentOptions(classes, value, verify, log, order);
            case "verify" -> new AgentOptions(classes, dump, yes(value), log, order);
            case "log" -> new AgentOptions(classes, dump, verify, choice(AgentLog.Level.values(), value, pair), order);
            case "order" -> new AgentOptions(classes, dump, verify, log, choice(Order.values(), value, pair));
            default -> throw new UnknownOptionException("it has no option \"" + pair + "\"; there are include, exclude, dump,"
                    + " verify, log, order");
        };
    }

    private AgentOptions with(ClassSelection other) {
        return new AgentOptions(other, dump, verify, log, order);
    }

    private static boolean yes(String value) throws UnknownOptionException {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new UnknownOptionException("its option verify cannot be \"" + value + "\"; it is true or false");
        };
    }

    private static <E extends Enum<E>> E choice(E[] choices, String value, String pair) throws UnknownOptionException {
        for (E choice : choices) {
            if (value.equals(choice.name().toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new UnknownOptionException("its option \"" + pair + "\" has none of the values "
                + Arrays.toString(choices).toLowerCase(Locale.ROOT));
    }

    /** The same options without a dump that cannot be written, which is told: classes are transformed all the same. */
    AgentOptions withPossibleDump(AgentLog teller) {
        Optional<String> objection = dump.isEmpty() ? Optional.empty() : Dump.objection(Path.of(dump));
        if (objection.isEmpty()) {
            return this;
        }
        teller.say("writes no dump: " + objection.get());
        return new AgentOptions(classes, "", verify, log, order);
    }

    /** How classes are transformed. */
    TransformerOptions transformer() {
        TransformerOptions options = TransformerOptions.defaults().withVerify(verify);
        return dump.isEmpty() ? options : options.withDump(Path.of(dump));
    }
}
