package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that has its own copy of the runtime, on a thread that outlives it: its class loader can be unloaded. */
@Timeout(120)
class ClassLoaderTest {
    static Set<String> programs() {
        return UsesTheRuntime.PROGRAMS.keySet();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothingKeepsTheClassLoader(String program) throws Exception {
        ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
        WeakReference<ClassLoader> application = runApplication(program, unloaded);

        Object gone = null;
        while (gone == null) { // up to the test's time limit
            System.gc();
            gone = unloaded.remove(50);
        }
        assertThat(gone).isSameAs(application);
    }

    private static WeakReference<ClassLoader> runApplication(String program, ReferenceQueue<ClassLoader> unloaded) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(new File(entry).toURI().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URLClassLoader application = new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        thread.setContextClassLoader(application);
        try {
            Method run = Class.forName(UsesTheRuntime.class.getName(), true, application).getDeclaredMethod("run", String.class);
            run.setAccessible(true);
            run.invoke(null, program);
        } finally {
            thread.setContextClassLoader(before);
        }
        return new WeakReference<>(application, unloaded);
    }
}
