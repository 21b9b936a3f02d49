package org.asyncjava.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the locals of suspended calls refer to, as far as it may be read: a named module that is not open keeps its own. Of one dump. */
final class SpilledReferences {
    private final Map<Class<?>, List<Field>> fields = new HashMap<>();

    /** The objects that a machine's own fields refer to. */
    List<Object> of(Object machine) {
        List<Object> values = new ArrayList<>(2);
        for (Field field : fields.computeIfAbsent(machine.getClass(), SpilledReferences::readable)) {
            Object value = read(field, machine);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static Object read(Field field, Object machine) {
        try {
            return field.get(machine);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Field> readable(Class<?> machine) {
        List<Field> readable = new ArrayList<>();
        for (Field field : machine.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && field.trySetAccessible()) {
                readable.add(field);
            }
        }
        return readable;
    }
}
