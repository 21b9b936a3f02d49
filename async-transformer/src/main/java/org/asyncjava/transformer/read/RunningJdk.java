package org.asyncjava.transformer.read;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The classes of the JDK that runs the transformer.
 *
 * <p>Most that are asked for are in {@code java.base}, which hands them out at once. Which module has the others is looked up among those of the
 * JDK's image, also where the JVM has started with a few of them, as javac does. The {@code jrt:} file system would say the same, and takes longer to
 * open than a small project takes to transform.
 */
final class RunningJdk implements ClassPathEntry {
    private static final Module BASE = Object.class.getModule();

    /** Made when it is needed: not for code that uses nothing else of the JDK and misses nothing on its class path. */
    private static final class Others {
        private static final Map<String, ModuleReference> BY_PACKAGE = byPackage();

        private static Map<String, ModuleReference> byPackage() {
            Map<String, ModuleReference> modules = new HashMap<>();
            for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
                for (String name : module.descriptor().packages()) {
                    modules.put(name, module);
                }
            }
            return modules;
        }
    }

    @Override
    public byte[] classFile(String internalName) throws IOException {
        try (InputStream file = BASE.getResourceAsStream(internalName + ".class")) {
            return file != null ? file.readAllBytes() : ofOtherModule(internalName);
        }
    }

    private static byte[] ofOtherModule(String internalName) throws IOException {
        int slash = internalName.lastIndexOf('/');
        ModuleReference module = slash < 0 ? null : Others.BY_PACKAGE.get(internalName.substring(0, slash).replace('/', '.'));
        if (module == null) {
            return null;
        }
        try (ModuleReader reader = module.open(); InputStream file = reader.open(internalName + ".class").orElse(null)) {
            return file == null ? null : file.readAllBytes();
        }
    }

    @Override
    public void close() {
        // the image belongs to the JVM
    }
}
