package org.asyncjava.transformer.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What classes extend and implement, as far as class files tell. A class that is not found has no supertypes. */
public final class Hierarchies {
    private final ClassPath classPath;
    private final Map<String, Set<String>> known = new HashMap<>();

    /**
     * Asks a class path.
     *
     * @param classPath where the classes are found
     */
    public Hierarchies(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * A class and its supertypes.
     *
     * @param internalName the class
     * @return itself, its superclasses upwards, then the interfaces of them all; not to be changed
     */
    public Set<String> of(String internalName) {
        Set<String> types = known.get(internalName);
        if (types == null) {
            types = find(internalName);
            known.put(internalName, types);
        }
        return types;
    }

    private Set<String> find(String internalName) {
        Set<String> types = new LinkedHashSet<>();
        for (String name = internalName; name != null && types.add(name);) {
            ClassOutline outline = classPath.outline(name).orElse(null);
            name = outline == null ? null : outline.superName();
        }
        for (String type : Set.copyOf(types)) {
            addInterfaces(type, types);
        }
        return types;
    }

    private void addInterfaces(String type, Set<String> types) {
        Optional<ClassOutline> outline = classPath.outline(type);
        if (outline.isPresent()) {
            for (String above : outline.get().interfaces()) {
                if (types.add(above)) {
                    addInterfaces(above, types);
                }
            }
        }
    }
}
