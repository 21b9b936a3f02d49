package org.asyncjava.transformer.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.asyncjava.transformer.Transformed;

/**
 * What was done to the classes of each loader, so that it can be repeated. Loaders are held weakly. Safe for use by several threads.
 *
 * <p>A retransformation must give a class with the same members as the first time; one that was loaded before the agent, or left as it was, must stay so.
 */
final class ChangedClasses {
    private final Map<ClassLoader, OfLoader> loaders = new WeakHashMap<>();

    /** One loader's: a number that stands for the machines of each changed class, and the machines that nest hosts list. */
    private record OfLoader(Map<String, Integer> machines, Set<String> listed) {
    }

    synchronized void add(Transformed result, Set<String> listed, ClassLoader loader) {
        OfLoader known = loaders.computeIfAbsent(loader, any -> new OfLoader(new HashMap<>(), new HashSet<>()));
        known.machines.put(result.className(), fingerprint(result));
        known.listed.addAll(listed);
    }

    /** Tells whether a nest host of this loader lists all of these machines. */
    synchronized boolean areListed(Set<String> machines, ClassLoader loader) {
        OfLoader known = loaders.get(loader);
        return known != null && known.listed.containsAll(machines);
    }

    /** Tells whether a class was changed. */
    synchronized boolean contains(String internalName, ClassLoader loader) {
        OfLoader known = loaders.get(loader);
        return known != null && known.machines.containsKey(internalName);
    }

    /** Tells whether a class was changed and had the very machines that it would have now. */
    synchronized boolean contains(Transformed result, ClassLoader loader) {
        return contains(result.className(), loader)
                && loaders.get(loader).machines.get(result.className()) == fingerprint(result);
    }

    private static int fingerprint(Transformed result) {
        int sum = 0;
        for (Map.Entry<String, byte[]> machine : result.machines().entrySet()) {
            sum = 31 * sum + machine.getKey().hashCode();
            sum = 31 * sum + Arrays.hashCode(machine.getValue());
        }
        return sum;
    }
}
