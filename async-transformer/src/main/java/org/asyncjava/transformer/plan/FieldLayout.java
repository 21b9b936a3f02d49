package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asyncjava.transformer.analysis.SlotType;

/**
 * Gives the values of each state their fields, with as few fields as the largest state needs.
 *
 * <p>Fields are shared between states. A local variable goes into the field that it has in other states, or else into one that holds its
 * own type there, if such a field is free: a field with a single type is declared with that type, so that reading it needs no cast, and a
 * parameter that has one field throughout is passed to the body. A type that the class may not name in a cast (not accessible, or
 * missing from the class path) never shares a field with another type.
 */
final class FieldLayout {
    private final Predicate<String> castable;
    private final int references;
    private final List<Column> columns = new ArrayList<>();

    /**
     * A value that needs a field.
     *
     * @param slot its slot if it is a local variable, otherwise {@link #ON_STACK}
     * @param type what it is
     */
    record Value(int slot, SlotType type) {
        static final int ON_STACK = -1;

        boolean isLocal() {
            return slot != ON_STACK;
        }
    }

    /** A field in the making. */
    private static final class Column {
        private final char category;
        private final int number;
        private final Set<String> descriptors = new LinkedHashSet<>();
        private final Set<Value> variables = new HashSet<>();
        private int uses;

        Column(char category, int number) {
            this.category = category;
            this.number = number;
        }

        /** How many reads of the field will need a cast that needed none before. */
        int castsAdded(Value value) {
            if (descriptors.size() > 1) {
                return descriptors.contains(value.type().descriptor()) ? 0 : 1;
            }
            return 1 + uses;
        }

        MachineField field() {
            String descriptor = descriptors.size() == 1 ? descriptors.iterator().next() : MachineField.ANY_REFERENCE;
            return new MachineField(Character.toString(category) + number, descriptor);
        }
    }

    /** The fields chosen for the values of one state, in the order of the values; null where none is needed. */
    static final class Assignment {
        private final List<Column> columns;

        private Assignment(List<Column> columns) {
            this.columns = columns;
        }

        /**
         * The field of a value. Valid once all states have been assigned.
         *
         * @param index position of the value in the state
         * @return its field; empty for the constant null
         */
        Optional<MachineField> field(int index) {
            return Optional.ofNullable(columns.get(index)).map(Column::field);
        }
    }

    /**
     * Starts a layout.
     *
     * @param castable tells whether the class may name a type, given its descriptor, in a cast
     * @param references how many references the state with most of them keeps: so many fields there will be anyway
     */
    FieldLayout(Predicate<String> castable, int references) {
        this.references = references;
        this.castable = castable;
    }

    /**
     * Gives the values of one state their fields.
     *
     * @param values the values
     * @return the fields
     */
    Assignment assign(List<Value> values) {
        Set<Column> taken = new HashSet<>();
        Column[] chosen = new Column[values.size()];
        List<BiFunction<Value, Set<Column>, Column>> choices = List.of(this::ofSameVariable, this::ofSameType, this::anyOrNew);
        for (BiFunction<Value, Set<Column>, Column> choice : choices) {
            for (int i = 0; i < chosen.length; i++) {
                Value value = values.get(i);
                if (chosen[i] == null && value.type().kind() != SlotType.Kind.NULL) {
                    chosen[i] = take(value, choice.apply(value, taken), taken);
                }
            }
        }
        return new Assignment(Arrays.asList(chosen));
    }

    /**
     * All fields, once all states have been assigned.
     *
     * @return in the order of their making
     */
    List<MachineField> fields() {
        return columns.stream().map(Column::field).toList();
    }

    private static Column take(Value value, Column column, Set<Column> taken) {
        if (column != null) {
            taken.add(column);
            column.descriptors.add(value.type().descriptor());
            column.uses++;
            if (value.isLocal()) {
                column.variables.add(value);
            }
        }
        return column;
    }

    private Column ofSameVariable(Value value, Set<Column> taken) {
        return free(taken).filter(column -> column.variables.contains(value)).findFirst().orElse(null);
    }

    private Column ofSameType(Value value, Set<Column> taken) {
        Set<String> wanted = Set.of(value.type().descriptor());
        return free(taken).filter(column -> column.descriptors.equals(wanted)).findFirst().orElse(null);
    }

    /** A new one as long as some state needs so many; then one that is mixed already, or else the one that is read least. */
    private Column anyOrNew(Value value, Set<Column> taken) {
        return free(taken).filter(column -> canShare(column, value.type()) && count(column.category) >= references)
                .min(Comparator.comparing(column -> column.castsAdded(value))).orElseGet(() -> add(value.type()));
    }

    private long count(char category) {
        return columns.stream().filter(column -> column.category == category).count();
    }

    private Stream<Column> free(Set<Column> taken) {
        return columns.stream().filter(column -> !taken.contains(column));
    }

    private boolean canShare(Column column, SlotType type) {
        return column.category == 'L' && type.isReference() && castable.test(type.descriptor()) && column.descriptors.stream().allMatch(castable);
    }

    private Column add(SlotType type) {
        char category = type.isReference() ? 'L' : type.descriptor().charAt(0);
        Column column = new Column(category, (int) count(category));
        columns.add(column);
        return column;
    }
}
