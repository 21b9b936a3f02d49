package org.asyncjava.benchmarks.jmh.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.asyncjava.benchmarks.Contender;

/** Defines the classes of one package anew and has all others from its parent. */
final class CopiedClasses extends ClassLoader {
    private final String prefix;

    private CopiedClasses(Class<?> original) {
        super(original.getClassLoader());
        prefix = original.getPackageName() + ".";
    }

    /**
     * A contender of the same code but of other classes.
     *
     * @param contender the original
     * @return a new one
     */
    static Contender copyOf(Contender contender) {
        try {
            return (Contender) new CopiedClasses(contender.getClass()).loadClass(contender.getClass().getName()).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no copy of " + contender.name(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(prefix)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? copied(name) : loaded;
        }
    }

    private Class<?> copied(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
