package org.asyncjava.transformer.agent;

/**
 * Which classes are transformed.
 *
 * @param include these
 * @param exclude but not these
 */
record ClassSelection(NamePatterns include, NamePatterns exclude) {
    /** Tells whether a class, by its internal name, is one of them. */
    boolean covers(String internalName) {
        String name = internalName.replace('/', '.');
        return include.match(name) && !exclude.match(name);
    }

    /** Tells whether a class is one of this agent's or of the runtime's. To look at a class of the agent may need that very class. */
    static boolean isOurs(String internalName) {
        return internalName.startsWith("org/asyncjava/transformer/") || internalName.startsWith("org/asyncjava/rules/")
                || internalName.startsWith("org/asyncjava/runtime/");
    }
}
