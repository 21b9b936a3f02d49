package readers;

import static readers.Machines.require;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Everything that the JVM tells of nesting. */
public final class Reflection {
    private Reflection() {
    }

    /** Prints how many machines there are. */
    public static void main(String[] arguments) throws Exception {
        int machines = 0;
        for (String name : Machines.classNames(Path.of(arguments[0]))) {
            Class<?> type = Class.forName(name);
            for (Class<?> declared : type.getDeclaredClasses()) {
                require(!Machines.isMachine(declared.getName()), name + " declares " + declared);
            }
            Arrays.stream(type.getNestMembers()).forEach(member -> require(member.isNestmateOf(type), member + " in the nest of " + type));
            if (Machines.isMachine(name)) {
                machine(type, Class.forName(Machines.owner(name)));
                machines++;
            }
        }
        System.out.println(machines + " machines");
    }

    private static void machine(Class<?> machine, Class<?> owner) {
        require(machine.isSynthetic() && machine.isAnonymousClass() && !machine.isMemberClass() && !machine.isLocalClass(), machine);
        require(machine.getSimpleName().isEmpty() && machine.getCanonicalName() == null && machine.getTypeName().equals(machine.getName()), machine);
        require(machine.getEnclosingClass() == owner, machine.getEnclosingClass());
        require(machine.getEnclosingMethod() == null && machine.getEnclosingConstructor() == null && machine.getDeclaringClass() == null, machine);
        require(machine.getModifiers() == (Modifier.STATIC | Modifier.FINAL | 0x1000), machine.toGenericString());
        require(machine.getNestHost().equals(owner.getNestHost()), machine.getNestHost());
        require(List.of(owner.getNestHost().getNestMembers()).contains(machine), machine);
    }
}
