package org.asyncjava.it.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One program of a build, found by the class that holds its entry.
 *
 * @param build the compiled and transformed classes
 * @param mainClass the name of the class with {@code static ... run(Env)}
 */
public record Program(Build build, String mainClass) {
    /**
     * Runs the program one way, with classes of its own.
     *
     * @param way the way
     * @return its log
     */
    public List<String> log(Way way) {
        boolean blocking = way.driver() == Way.Driver.BLOCKED_THREAD;
        Method entry = entry(blocking ? ProgramLoader.blocking(build.compiled()) : ProgramLoader.of(build.transformed()));
        return way.run(env -> invoke(entry, env));
    }

    /**
     * What the program has to log.
     *
     * @return what the target says it prints, else the log of the blocking way
     */
    public List<String> expected() {
        Prints prints = entry(ProgramLoader.of(build.compiled())).getDeclaringClass().getAnnotation(Prints.class);
        return prints != null ? List.of(prints.value()) : log(Way.BLOCKING);
    }

    /**
     * Runs the program in every way and compares.
     *
     * @return one text for each way that differs; empty if all is well
     */
    public List<String> differences() {
        return differences(expected(), Way.TRANSFORMED);
    }

    /**
     * Runs a program whose async part is behind entry points in every way that suits it, and compares.
     *
     * @return one text for each way that differs; empty if all is well
     */
    public List<String> differencesOfEntries() {
        return differences(expected(), Way.ENTRIES);
    }

    /**
     * Runs the program while it is cancelled now and then, and compares with awaits that throw the cancellation.
     *
     * @return one text for each way that differs; empty if all is well
     */
    public List<String> differencesWhenCancelled() {
        return differences(log(Way.BLOCKING_CANCELLED), Way.CANCELLED);
    }

    /**
     * Runs the program untransformed, beside what another compiler made of the same source.
     *
     * @param other by the compiler that is right
     * @return one text for each way that differs; empty if both compilers mean the same
     */
    public List<String> differencesOfCompilers(Program other) {
        List<String> differences = new ArrayList<>();
        for (Way way : List.of(Way.BLOCKING, Way.BLOCKING_CANCELLED)) {
            List<String> expected = other.log(way);
            List<String> actual = log(way);
            if (!actual.equals(expected)) {
                differences.add("compilers differ, " + way + "\n  expected " + expected + "\n  actual   " + actual);
            }
        }
        return differences;
    }

    private List<String> differences(List<String> expected, List<Way> ways) {
        List<String> differences = new ArrayList<>();
        for (Way way : ways) {
            List<String> actual = log(way);
            if (!actual.equals(expected)) {
                differences.add(way + " differs\n  expected " + expected + "\n  actual   " + actual);
            }
        }
        return differences;
    }

    /**
     * The same program built by other means.
     *
     * @param transformed the transformed classes, by name
     * @return the program
     */
    public Program with(Map<String, byte[]> transformed) {
        return new Program(new Build(build.compiled(), transformed, build.methods()), mainClass);
    }

    private Method entry(ClassLoader loader) {
        try {
            Method entry = Class.forName(mainClass, true, loader).getMethod("run", Env.class);
            return entry;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(mainClass + " has no public static run(Env)", e);
        }
    }

    private static Object invoke(Method entry, Env env) throws Exception {
        try {
            return entry.invoke(null, env);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
