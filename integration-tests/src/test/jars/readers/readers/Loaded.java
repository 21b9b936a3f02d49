package readers;

import static readers.Machines.require;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What reflection tells of machines that have no files: those that the methods of loaded classes take. */
public final class Loaded {
    private Loaded() {
    }

    /** Prints how many machines there are. */
    public static void main(String[] arguments) throws Exception {
        Set<Class<?>> machines = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        for (String suffix : new String[] {"", "$1", "$2", "$1Local", "$Kind$1"}) {
            open.add(Class.forName(arguments[0] + suffix));
        }
        Set<Class<?>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Class<?> owner = open.pop();
            if (seen.add(owner)) {
                open.addAll(Set.of(owner.getDeclaredClasses()));
                for (Method method : owner.getDeclaredMethods()) {
                    for (Class<?> parameter : method.getParameterTypes()) {
                        if (Machines.isMachine(parameter.getName())) {
                            require(parameter.isSynthetic() && parameter.isAnonymousClass() && parameter.getSimpleName().isEmpty(), parameter);
                            require(parameter.getEnclosingClass() == owner && parameter.getEnclosingMethod() == null, parameter);
                            machines.add(parameter);
                        }
                    }
                }
            }
        }
        System.out.println(machines.size() + " machines");
    }
}
