package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    private static final Choice[] CHOICES = Choice.values();

    private final Predicate<String> castable;
    private final int references;
    private final List<Column> columns = new ArrayList<>();
    private int state;

    /** How a field is chosen, the best first: all values of a state come to their first choice before one comes to its second. */
    private enum Choice {
        SAME_VARIABLE, SAME_TYPE, ANY_OR_NEW
    }

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

        boolean isSameVariable(Value other) {
            return slot == other.slot && type.equals(other.type);
        }
    }

    /** A field in the making. */
    private static final class Column {
        private final char category;
        private final int number;
        private final List<String> descriptors = new ArrayList<>(1);
        private final List<Value> variables = new ArrayList<>(4);
        private int uses;
        private int lastTaken;

        Column(char category, int number) {
            this.category = category;
            this.number = number;
        }

        /** How many reads of the field will need a cast that needed none before. */
        int castsAdded(String descriptor) {
            if (descriptors.size() > 1) {
                return descriptors.contains(descriptor) ? 0 : 1;
            }
            return 1 + uses;
        }

        boolean holdsOnly(String descriptor) {
            return descriptors.size() == 1 && descriptors.get(0).equals(descriptor);
        }

        void take(Value value, String descriptor, int state) {
            lastTaken = state;
            uses++;
            if (!descriptors.contains(descriptor)) {
                descriptors.add(descriptor);
            }
            if (value.isLocal() && !holds(value)) {
                variables.add(value);
            }
        }

        boolean holds(Value wanted) {
            for (Value variable : variables) {
                if (variable.isSameVariable(wanted)) {
                    return true;
                }
            }
            return false;
        }

        MachineField field() {
            String descriptor = descriptors.size() == 1 ? descriptors.get(0) : MachineField.ANY_REFERENCE;
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
            Column column = columns.get(index);
            return column == null ? Optional.empty() : Optional.of(column.field());
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
        state++;
        Column[] chosen = new Column[values.size()];
        for (Choice choice : CHOICES) {
            for (int i = 0; i < chosen.length; i++) {
                Value value = values.get(i);
                if (chosen[i] == null && value.type().kind() != SlotType.Kind.NULL) {
                    String descriptor = value.type().descriptor();
                    chosen[i] = choose(choice, value, descriptor);
                    if (chosen[i] != null) {
                        chosen[i].take(value, descriptor, state);
                    }
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
        List<MachineField> fields = new ArrayList<>(columns.size());
        for (Column column : columns) {
            fields.add(column.field());
        }
        return List.copyOf(fields);
    }

    private Column choose(Choice choice, Value value, String descriptor) {
        return switch (choice) {
            case SAME_VARIABLE -> ofSameVariable(value);
            case SAME_TYPE -> ofSameType(descriptor);
            case ANY_OR_NEW -> anyOrNew(value, descriptor);
        };
    }

    private Column ofSameVariable(Value value) {
        for (Column column : columns) {
            if (isFree(column) && column.holds(value)) {
                return column;
            }
        }
        return null;
    }

    private Column ofSameType(String descriptor) {
        for (Column column : columns) {
            if (isFree(column) && column.holdsOnly(descriptor)) {
                return column;
            }
        }
        return null;
    }

    /** A new one as long as some state needs so many; then one that is mixed already, or else the one that is read least. */
    private Column anyOrNew(Value value, String descriptor) {
        Column best = null;
        if (value.type().isReference() && count('L') >= references) {
            for (Column column : columns) {
                if (isFree(column) && canShare(column, descriptor)
                        && (best == null || column.castsAdded(descriptor) < best.castsAdded(descriptor))) {
                    best = column;
                }
            }
        }
        return best == null ? add(value.type()) : best;
    }

    private int count(char category) {
        int count = 0;
        for (Column column : columns) {
            count += column.category == category ? 1 : 0;
        }
        return count;
    }

    private boolean isFree(Column column) {
        return column.lastTaken != state;
    }

    private boolean canShare(Column column, String descriptor) {
        return column.category == 'L' && castable.test(descriptor) && areCastable(column.descriptors);
    }

    private boolean areCastable(List<String> descriptors) {
        for (String descriptor : descriptors) {
            if (!castable.test(descriptor)) {
                return false;
            }
        }
        return true;
    }

    private Column add(SlotType type) {
        char category = type.isReference() ? 'L' : type.descriptor().charAt(0);
        Column column = new Column(category, count(category));
        columns.add(column);
        return column;
    }
}
