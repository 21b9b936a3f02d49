package org.asyncjava.transformer.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which annotations make an entry point of a method: {@code @AsyncEntry} and those that carry one which does, however many stand in between.
 *
 * <p>Confined to one thread.
 */
public final class EntryAnnotations implements Predicate<String> {
    private final ClassPath classPath;
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Asks a class path.
     *
     * @param classPath where annotations are found; one that is not found makes no entry point, and does not keep a class from being loaded
     */
    public EntryAnnotations(ClassPath classPath) {
        this.classPath = classPath;
        known.put(Markers.ENTRY, true);
        known.put(Markers.ASYNC, false);
    }

    /**
     * Tells whether a method is an entry point.
     *
     * @param method any method
     * @return true if it carries such an annotation
     */
    public boolean areOn(MethodNode method) {
        return anyMakesEntry(Markers.annotations(method.visibleAnnotations, method.invisibleAnnotations));
    }

    /**
     * Tells whether a method is an entry point.
     *
     * @param method a method of any class
     * @return true if it carries such an annotation
     */
    public boolean areOn(MethodOutline method) {
        return anyMakesEntry(method.annotations());
    }

    private boolean anyMakesEntry(List<String> annotations) {
        for (String annotation : annotations) {
            if (makeEntry(annotation)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether an annotation makes an entry point, as {@link #makeEntry} does.
     *
     * @param descriptor its descriptor
     * @return true if so
     */
    @Override
    public boolean test(String descriptor) {
        return makeEntry(descriptor);
    }

    /**
     * Tells whether an annotation makes an entry point.
     *
     * @param descriptor its descriptor
     * @return true if so
     */
    public boolean makeEntry(String descriptor) {
        Boolean answer = known.get(descriptor);
        if (answer == null) {
            answer = reachesEntry(descriptor);
            known.put(descriptor, answer);
        }
        return answer;
    }

    /** Annotations may carry each other in a circle. */
    private boolean reachesEntry(String descriptor) {
        Set<String> seen = new HashSet<>();
        Set<String> level = Set.of(descriptor);
        while (!level.isEmpty()) {
            if (level.contains(Markers.ENTRY)) {
                return true;
            }
            seen.addAll(level);
            Set<String> above = new HashSet<>();
            for (String annotation : level) {
                above.addAll(carriedBy(annotation));
            }
            above.removeAll(seen);
            level = above;
        }
        return false;
    }

    /** What cannot be read, or is not there, does not make an entry of a method that has nothing else to do with awaits. */
    private List<String> carriedBy(String descriptor) {
        if (isOfJdk(descriptor) || !Descriptors.isClass(descriptor)) {
            return List.of();
        }
        try {
            ClassOutline outline = classPath.outline(Type.getType(descriptor).getInternalName()).orElse(null);
            return outline == null ? List.of() : outline.modifiers().annotations();
        } catch (TransformationException unreadable) {
            return List.of();
        }
    }

    /** No annotation of these packages carries one of ours. What everybody calls carries many of the second. */
    private static boolean isOfJdk(String descriptor) {
        return descriptor.startsWith("Ljava/") || descriptor.startsWith("Ljdk/internal/");
    }
}
