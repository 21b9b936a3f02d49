package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.plan.MachineNames;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.AsyncMethods;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes machines members of the nest of the class that they belong to, so that they may call its private body (JVMS 4.7.28).
 *
 * <p>The host lists the machines of all members; which they are is found out from the members' class files, transformed already or not.
 */
public final class NestMembers {
    private NestMembers() {
    }

    /**
     * Adds to a class, if it is the host of a nest, its own machines and those of its members.
     *
     * @param host a class that has not been transformed, changed in place
     * @param methods its own async methods
     * @param classPath where the members are found
     * @return whether a member's machine was added
     */
    public static boolean add(ClassNode host, List<AsyncMethod> methods, ClassPath classPath) {
        List<String> machines = new ArrayList<>();
        if (host.nestHostClass == null && host.nestMembers != null) {
            host.nestMembers.forEach(member -> machines.addAll(machinesOfMember(member, classPath)));
            machines.removeAll(host.nestMembers);
        }
        addOwn(host, methods);
        list(host, machines);
        return !machines.isEmpty();
    }

    /**
     * Adds to a class, if it is the host of a nest, its own machines.
     *
     * @param host a class that has not been transformed, changed in place
     * @param methods its async methods
     * @return false: no member's machine was added
     */
    public static boolean addOwn(ClassNode host, List<AsyncMethod> methods) {
        if (host.nestHostClass == null) {
            list(host, machinesOf(host.name, methods.stream().map(AsyncMethod::method).toList()));
        }
        return false;
    }

    private static void list(ClassNode host, List<String> machines) {
        if (!machines.isEmpty()) {
            List<String> members = host.nestMembers == null ? new ArrayList<>() : new ArrayList<>(host.nestMembers);
            machines.stream().filter(machine -> !members.contains(machine)).forEach(members::add);
            host.nestMembers = members;
        }
    }

    private static List<String> machinesOf(String owner, List<MethodNode> methods) {
        List<String> names = new ArrayList<>();
        for (MethodNode method : methods) {
            names.add(MachineNames.of(owner, method, names.size() + 1));
        }
        return names;
    }

    private static List<String> machinesOfMember(String member, ClassPath classPath) {
        Optional<byte[]> classFile = classPath.classFile(member).filter(ConstantPoolScan::mentionsAsync);
        if (classFile.isEmpty()) {
            return List.of();
        }
        ClassRead read = ClassRead.of(classFile.get());
        List<MethodNode> methods = read.isTransformed() ? kickOffs(read.node())
                : AsyncMethods.of(read.node(), classPath).stream().map(AsyncMethod::method).toList();
        return machinesOf(member, methods);
    }

    private static List<MethodNode> kickOffs(ClassNode transformed) {
        return transformed.methods.stream().filter(method -> method.invisibleAnnotations != null
                && method.invisibleAnnotations.stream().anyMatch(annotation -> RuntimeAbi.GENERATED.equals(annotation.desc))).toList();
    }
}
