package org.asyncjava.runtime;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The local variables that suspended calls keep, by name. The transformer lists in the mark of a machine which field is which variable in each state:
 * {@code "I0 I sum,L0 L price;L0 L next"}; nothing where the class was compiled without the names of variables. Of one dump.
 */
final class LocalsOfCalls {
    private static final Kept[] NONE = {};

    /** By machine, a row for each state. */
    private final Map<Class<?>, List<Kept[]>> rows = new HashMap<>();

    /** A variable, the field that holds it and the first letter of its type, which a boolean and a character share their kind of field with. */
    private record Kept(String variable, Field field, char type) {
    }

    /** Of a call that stands at an await; none of any other. */
    List<DumpedLocal> of(Object machine, int state) {
        List<Kept[]> known = rows.computeIfAbsent(machine.getClass(), LocalsOfCalls::rowsOf);
        Kept[] row = state >= 1 && state <= known.size() ? known.get(state - 1) : NONE;
        List<DumpedLocal> locals = new ArrayList<>(row.length);
        for (Kept each : row) {
            locals.add(DumpedLocal.of(each.variable, read(each, machine)));
        }
        return locals;
    }

    private static Object read(Kept kept, Object machine) {
        try {
            Object value = kept.field.get(machine);
            return switch (kept.type) {
                case 'Z' -> (Integer) value != 0;
                case 'C' -> (char) (int) (Integer) value;
                default -> value;
            };
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Kept[]> rowsOf(Class<?> machine) {
        List<Kept[]> found = new ArrayList<>();
        for (String state : listed(machine).split(";", -1)) {
            List<Kept> row = new ArrayList<>();
            for (String variable : state.split(",")) {
                String[] parts = variable.split(" ", 3);
                Field field = parts.length < 3 ? null : readable(machine, parts[0]);
                if (field != null) {
                    row.add(new Kept(parts[2], field, parts[1].charAt(0)));
                }
            }
            found.add(row.toArray(NONE));
        }
        return found;
    }

    private static Field readable(Class<?> machine, String name) {
        try {
            Field field = machine.getDeclaredField(name);
            return field.trySetAccessible() ? field : null;
        } catch (NoSuchFieldException changed) {
            return null;
        }
    }

    /** The mark belongs to the generated code's side of the runtime, which nothing on this side refers to. */
    private static String listed(Class<?> machine) {
        for (Annotation mark : machine.getAnnotations()) {
            if (mark.annotationType().getSimpleName().equals("Transformed")) {
                try {
                    return (String) mark.annotationType().getMethod("locals").invoke(mark);
                } catch (ReflectiveOperationException unknown) {
                    return "";
                }
            }
        }
        return "";
    }
}
