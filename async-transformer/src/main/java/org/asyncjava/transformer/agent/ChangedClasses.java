package org.asyncjava.transformer.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.asyncjava.transformer.Transformed;

/**
 * What was done to the classes of each loader, so that it can be repeated. Loaders are held weakly. Safe for use by several threads.
 *
 * <p>A retransformation must give a class with the same members as the first time; one that was loaded before the agent, or left as it was, must stay so.
 */
final class ChangedClasses {
    /** For each loader and class a number that stands for the machines of the class. */
    private final Map<ClassLoader, Map<String, Integer>> loaders = new WeakHashMap<>();

    /** Whose machine has which name. */
    private final Map<ClassLoader, Map<String, String>> machines = new WeakHashMap<>();

    /**
     * Claims the name of a machine for its class.
     *
     * @return false if another class of the loader has a machine of this name
     */
    synchronized boolean claim(String machine, String owner, ClassLoader loader) {
        String first = machines.computeIfAbsent(loader, any -> new HashMap<>()).putIfAbsent(machine, owner);
        return first == null || first.equals(owner);
    }

    synchronized void add(Transformed result, ClassLoader loader) {
        loaders.computeIfAbsent(loader, any -> new HashMap<>()).put(result.className(), fingerprint(result));
    }

    /** Tells whether a class was changed. */
    synchronized boolean contains(String internalName, ClassLoader loader) {
        return loaders.getOrDefault(loader, Map.of()).containsKey(internalName);
    }

    /** Tells whether a class was changed and had the very machines that it would have now. */
    synchronized boolean contains(Transformed result, ClassLoader loader) {
        return contains(result.className(), loader)
                && loaders.get(loader).get(result.className()) == fingerprint(result);
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
