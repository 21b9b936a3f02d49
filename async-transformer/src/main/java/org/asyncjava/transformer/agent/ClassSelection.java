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

    /**
     * Tells whether a class is one of this agent's: to look at it may need that very class. The runtime's are looked at as any other, since an
     * IDE that compiles the runtime leaves it as javac has written it.
     */
    static boolean isOurs(String internalName) {
        return internalName.startsWith("org/asyncjava/transformer/") || internalName.startsWith("org/asyncjava/rules/");
    }
}
