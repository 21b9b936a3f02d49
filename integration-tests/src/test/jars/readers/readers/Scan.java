package readers;

import static readers.Machines.require;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;

/** ClassGraph. */
public final class Scan {
    private Scan() {
    }

    /** Prints how many machines there are. */
    public static void main(String[] arguments) {
        try (ScanResult found = new ClassGraph().overrideClasspath(arguments[0]).ignoreClassVisibility().enableAllInfo().acceptPackages("demo").scan()) {
            int machines = 0;
            for (ClassInfo type : found.getAllClasses()) {
                if (Machines.isMachine(type.getName())) {
                    require(type.isSynthetic() && type.isAnonymousInnerClass(), type);
                    require(type.getOuterClasses().getNames().contains(Machines.owner(type.getName())), type.getOuterClasses());
                    machines++;
                }
            }
            System.out.println(machines + " machines");
        }
    }
}
