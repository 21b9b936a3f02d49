package org.asyncjava.it.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import com.sun.jdi.event.LocatableEvent;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the program stands, as a debugger shows it.
 *
 * @param method the method, its class before it
 * @param line the line; -1 in code without lines
 * @param locals the visible variables and their values as texts, by name
 * @param self the value of the field {@code name} of {@code this}; empty without one, as in a static method
 */
record Stop(String method, int line, Map<String, String> locals, String self) {
    static Stop at(LocatableEvent event) {
        try {
            StackFrame frame = event.thread().frame(0);
            String method = frame.location().declaringType().name() + "." + frame.location().method().name();
            return new Stop(method, frame.location().lineNumber(), locals(frame), self(frame.thisObject()));
        } catch (IncompatibleThreadStateException running) {
            throw new IllegalStateException(running);
        }
    }

    private static Map<String, String> locals(StackFrame frame) {
        Map<String, String> locals = new TreeMap<>();
        try {
            for (LocalVariable variable : frame.visibleVariables()) {
                locals.put(variable.name(), text(frame.getValue(variable)));
            }
        } catch (AbsentInformationException compiledWithoutVariables) {
            return Map.of();
        }
        return locals;
    }

    private static String self(ObjectReference self) {
        Field name = self == null ? null : self.referenceType().fieldByName("name");
        return name == null ? "" : text(self.getValue(name));
    }

    private static String text(Value value) {
        return value instanceof StringReference string ? string.value() : String.valueOf(value);
    }
}
