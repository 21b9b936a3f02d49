package org.asyncjava.transformer.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.objectweb.asm.ClassReader;

/**
 * The JVM's question, for each class that it loads, whether to change it.
 *
 * <p>Whatever goes wrong here, the class is loaded: as it was, with one line in the log. An await in it then throws
 * {@code NotTransformedException}.
 */
final class LoadTimeTransformer implements ClassFileTransformer {
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final AgentOptions options;
    private final ClassTransformation transformation;
    private final AgentLog log;

    LoadTimeTransformer(AgentOptions options, ClassTransformation transformation, AgentLog log) {
        this.options = options;
        this.transformation = transformation;
        this.log = log;
    }

    /**
     * Transforms a class that is loaded or redefined. A loader that defines a class without saying its name leaves that to the class file.
     *
     * @return its new bytes; null to leave it as it is
     */
    @Override
    public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (loader == null || loader == PLATFORM || bytes == null || name != null && ClassSelection.isOurs(name)) {
            return null;
        }
        try {
            if (!ConstantPoolScan.mentionsAsync(bytes)) {
                return null;
            }
            String own = name == null ? new ClassReader(bytes).getClassName() : name;
            if (ClassSelection.isOurs(own) || !options.classes().covers(own)) {
                return null;
            }
            return transform(new LoadedClass(own, bytes, loader, module, domain), redefined);
        } catch (Throwable failure) {
            log.failed(name == null ? "a class that is defined without a name" : name, failure);
            return null;
        }
    }

    private byte[] transform(LoadedClass loaded, Class<?> redefined) {
        return redefined == null ? transformation.first(loaded, log) : transformation.repeated(loaded);
    }
}
