package org.asyncjava.transformer.agent;

import org.asyncjava.rules.Printable;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.Transformed;

/**
 * What the agent tells, one line each, on the error stream. Safe for use by several threads at once.
 *
 * @param level how much
 */
record AgentLog(Level level) {
    private static final String MOVED_BY_ASPECTJ = "_aroundBody";

    /** How much the agent tells. */
    enum Level {
        /** Nothing. */
        OFF,
        /** Classes that are left as they are although they are async. */
        FAILURES,
        /** These, and the classes that are transformed. */
        CLASSES
    }

    /** The class was changed. */
    void transformed(Transformed result) {
        result.remarks().forEach(this::say);
        if (level == Level.CLASSES) {
            print(named(result.className()) + " transformed, async methods: " + result.methods());
        }
    }

    /** The class was not changed although it should be. */
    void failed(String internalName, Throwable reason) {
        leftAsIs(internalName, reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    /** The class was not changed because it breaks rules. */
    void refused(Transformed result) {
        Violation first = result.violations().get(0);
        int more = result.violations().size() - 1;
        leftAsIs(result.className(), first.text() + (more == 0 ? "" : " (and " + more + " more)") + mend(first));
    }

    /** The source is not to blame for what AspectJ has done to it. */
    private static String mend(Violation violation) {
        return violation.method().contains(MOVED_BY_ASPECTJ)
                ? " (AspectJ moved the code there: put the -javaagent of async-java before AspectJ's, with the option order=given)" : "";
    }

    /** The class was not changed, for a reason that is one sentence. */
    void leftAsIs(String internalName, String reason) {
        say(named(internalName) + " is left as it is: " + reason);
    }

    /** Something worth knowing unless nothing is wanted. */
    void say(String sentence) {
        if (level != Level.OFF) {
            print(sentence);
        }
    }

    private static void print(String sentence) {
        System.err.println("async-java agent: " + Printable.of(sentence));
    }

    private static String named(String internalName) {
        return internalName.replace('/', '.');
    }
}
