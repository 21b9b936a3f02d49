package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.asyncjava.transformer.analysis.SlotType;

/**
 * Gives the values of each state their fields, with as few fields as the largest state needs.
 *
 * <p>Fields are shared between states. A reference goes into a field that holds its own type in other states if there is one: a field
 * with a single type is declared with that type, so that reading it needs no cast. A type that the class may not name in a cast (not
 * accessible, or missing from the class path) never shares a field with another type.
 */
final class FieldLayout {
    private final Predicate<String> castable;
    private final List<Column> columns = new ArrayList<>();

    /** A field in the making. */
    private static final class Column {
        private final char category;
        private final int number;
        private final Set<String> descriptors = new LinkedHashSet<>();

        Column(char category, int number) {
            this.category = category;
            this.number = number;
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
     */
    FieldLayout(Predicate<String> castable) {
        this.castable = castable;
    }

    /**
     * Gives the values of one state their fields.
     *
     * @param types the values' types
     * @return the fields
     */
    Assignment assign(List<SlotType> types) {
        Set<Column> taken = new HashSet<>();
        Column[] chosen = new Column[types.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = take(taken, ofSameType(types.get(i), taken));
        }
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] == null && types.get(i).kind() != SlotType.Kind.NULL) {
                chosen[i] = take(taken, anyOrNew(types.get(i), taken));
                chosen[i].descriptors.add(types.get(i).descriptor());
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

    private static Column take(Set<Column> taken, Column column) {
        if (column != null) {
            taken.add(column);
        }
        return column;
    }

    private Column ofSameType(SlotType type, Set<Column> taken) {
        Set<String> wanted = Set.of(type.descriptor());
        return type.kind() == SlotType.Kind.NULL ? null
                : columns.stream().filter(column -> !taken.contains(column) && column.descriptors.equals(wanted)).findFirst().orElse(null);
    }

    private Column anyOrNew(SlotType type, Set<Column> taken) {
        return columns.stream().filter(column -> !taken.contains(column) && canShare(column, type)).findFirst().orElseGet(() -> add(type));
    }

    private boolean canShare(Column column, SlotType type) {
        return column.category == 'L' && type.isReference() && castable.test(type.descriptor()) && column.descriptors.stream().allMatch(castable);
    }

    private Column add(SlotType type) {
        char category = type.isReference() ? 'L' : type.descriptor().charAt(0);
        int number = (int) columns.stream().filter(column -> column.category == category).count();
        Column column = new Column(category, number);
        columns.add(column);
        return column;
    }
}
