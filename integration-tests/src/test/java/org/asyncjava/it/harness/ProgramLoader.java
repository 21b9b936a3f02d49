package org.asyncjava.it.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Defines the classes of a build, before its parent is asked, with assertions. */
public final class ProgramLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    private ProgramLoader(Map<String, byte[]> classes) {
        super(ProgramLoader.class.getClassLoader());
        this.classes = classes;
        setDefaultAssertionStatus(true);
    }

    /**
     * A loader for classes as they are.
     *
     * @param classes the class files by name
     * @return the loader
     */
    public static ProgramLoader of(Map<String, byte[]> classes) {
        return new ProgramLoader(classes);
    }

    /**
     * A loader in which {@code await} blocks.
     *
     * @param compiled class files as javac wrote them
     * @return the loader
     */
    public static ProgramLoader blocking(Map<String, byte[]> compiled) {
        Map<String, byte[]> all = new HashMap<>(compiled);
        all.put("org.asyncjava.Await", BlockingMarkers.AWAIT);
        all.put("org.asyncjava.Emit", BlockingMarkers.EMIT);
        return new ProgramLoader(all);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        String className = name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()).replace('/', '.') : "";
        byte[] bytes = classes.get(className);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    /** {@link BlockingAwait} and {@link BlockingEmit} under the names of the markers that programs call. */
    private static final class BlockingMarkers {
        static final byte[] AWAIT = renamed(BlockingAwait.class, "org/asyncjava/Await");
        static final byte[] EMIT = renamed(BlockingEmit.class, "org/asyncjava/Emit");

        private static byte[] renamed(Class<?> marker, String name) {
            String path = marker.getName().replace('.', '/');
            try (InputStream in = ProgramLoader.class.getClassLoader().getResourceAsStream(path + ".class")) {
                ClassWriter writer = new ClassWriter(0);
                new ClassReader(in).accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, Map.of(path, name))), 0);
                return writer.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
