package org.asyncjava.it.sizes;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Way;

/** A JVM's main class that runs transformed programs: with every operand done, and with every await suspending. */
public final class RunsPrograms {
    private RunsPrograms() {
    }

    /**
     * Runs.
     *
     * @param arguments the directory of the classes, and the programs' main classes
     * @throws Exception what a program could not be found or started for
     */
    public static void main(String[] arguments) throws Exception {
        ClassLoader loader = ProgramLoader.of(Build.classesIn(Path.of(arguments[0])));
        for (String program : List.of(arguments).subList(1, arguments.length)) {
            Method entry = Class.forName(program, true, loader).getMethod("run", Env.class);
            for (Way.Pending pending : List.of(Way.Pending.NONE, Way.Pending.ALL)) {
                new Way(Way.Driver.EVENT_LOOP, pending).run(env -> entry.invoke(null, env));
            }
        }
    }
}
