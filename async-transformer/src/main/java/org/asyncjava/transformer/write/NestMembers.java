package org.asyncjava.transformer.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.plan.MachineNames;
import org.asyncjava.transformer.read.AsyncClass;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes machines members of the nest of the class that they belong to, so that they may call its private body (JVMS 4.7.28).
 *
 * <p>The host lists the machines of all members; which they are is found out from the members' class files, transformed already or not. What an
 * earlier run listed and a member does not have any more is taken out.
 */
final class NestMembers {
    private NestMembers() {
    }

    /**
     * Makes a class, if it is the host of a nest, list its own machines and those of its members, and no others.
     *
     * @param host a class, transformed already or not, changed in place
     * @param methods its async methods that are to be transformed
     * @param classPath where the members are found
     * @return whether that changed anything
     */
    static boolean update(ClassNode host, List<AsyncMethod> methods, ClassPath classPath) {
        if (host.nestHostClass != null) {
            return false;
        }
        List<String> machines = machinesOf(host, methods);
        for (String member : membersWithCode(host)) {
            Optional<byte[]> classFile = classPath.classFile(member);
            machines.addAll(classFile.isPresent() ? machinesOf(classFile.get(), classPath) : listed(member, host));
        }
        return list(host, membersWithCode(host), machines);
    }

    /**
     * Adds machines to the nest of a class, if it is the host, and leaves all others in it.
     *
     * @param host a class, changed in place
     * @param methods its async methods that are to be transformed
     * @return whether that changed anything
     */
    static boolean add(ClassNode host, List<AsyncMethod> methods) {
        return host.nestHostClass == null && !methods.isEmpty() && list(host, members(host), machinesOf(host, methods));
    }

    private static boolean list(ClassNode host, List<String> others, List<String> machines) {
        Set<String> members = new LinkedHashSet<>(others);
        members.addAll(machines);
        List<String> before = members(host);
        if (before.equals(List.copyOf(members))) {
            return false;
        }
        host.nestMembers = new ArrayList<>(members);
        for (Iterator<InnerClassNode> left = host.innerClasses.iterator(); left.hasNext();) {
            InnerClassNode entry = left.next();
            if (InnerClasses.isMachine(entry) && !members.contains(entry.name)) {
                left.remove();
            }
        }
        for (String machine : machines) {
            InnerClasses.list(machine, host);
        }
        return true;
    }

    /** All members but machines. */
    private static List<String> membersWithCode(ClassNode host) {
        List<String> members = new ArrayList<>(members(host));
        members.removeAll(machines(host));
        return members;
    }

    private static List<String> members(ClassNode host) {
        return host.nestMembers == null ? List.of() : host.nestMembers;
    }

    /** A class that has been transformed is read as a whole: what was made of an async lambda is neither marked nor awaits. */
    private static List<String> machinesOf(byte[] member, ClassPath classPath) {
        if (ConstantPoolScan.of(member).mentionsMark()) {
            ClassNode transformed = ClassRead.of(member).node();
            if (Markers.isTransformed(transformed)) {
                return machinesOf(transformed, List.of());
            }
        }
        if (!AsyncClass.mayBe(member, classPath)) {
            return List.of();
        }
        ClassNode node = ClassRead.ofAsyncCode(member, classPath).node();
        return machinesOf(node, ClassFacts.of(node, classPath).methods());
    }

    /** The machines that are listed for a member of which nothing can be known. */
    private static List<String> listed(String member, ClassNode host) {
        List<String> members = membersWithCode(host);
        return machines(host).stream().filter(machine -> member.equals(members.stream().filter(other -> machine.startsWith(other + "$"))
                .max(Comparator.comparingInt(String::length)).orElse(host.name))).toList();
    }

    private static List<String> machines(ClassNode host) {
        List<String> machines = new ArrayList<>();
        for (InnerClassNode entry : host.innerClasses) {
            if (InnerClasses.isMachine(entry)) {
                machines.add(entry.name);
            }
        }
        return machines;
    }

    /** Those that a transformed class has, or those that one gets for its methods. */
    private static List<String> machinesOf(ClassNode owner, List<AsyncMethod> methods) {
        List<String> names = new ArrayList<>();
        if (Markers.isTransformed(owner)) {
            for (MethodNode method : owner.methods) {
                addMachines(owner, method, names);
            }
        }
        for (AsyncMethod method : methods) {
            names.add(MachineNames.of(owner.name, method.method(), names.size() + 1));
        }
        return names;
    }

    private static void addMachines(ClassNode owner, MethodNode method, List<String> names) {
        for (Type type : Type.getArgumentTypes(method.desc)) {
            String name = type.getSort() == Type.OBJECT ? type.getInternalName() : "";
            if (name.startsWith(owner.name + "$") && Markers.isMachineName(name) && !names.contains(name)) {
                names.add(name);
            }
        }
    }
}
