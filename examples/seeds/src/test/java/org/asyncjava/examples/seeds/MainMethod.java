package org.asyncjava.examples.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.asyncjava.runtime.TestLoop;

/** Runs programs in this JVM. */
final class MainMethod {
    private MainMethod() {
    }

    /** What a program prints. Its awaited sleeps take virtual time. */
    static String outputOf(Class<?> program) throws Exception {
        Method main = program.getMethod("main", String[].class);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream screen = System.out;
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            TestLoop.virtualTime(() -> call(main));
        } finally {
            System.setOut(screen);
        }
        return written.toString(UTF_8);
    }

    private static void call(Method main) {
        try {
            main.invoke(null, (Object) new String[0]);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
