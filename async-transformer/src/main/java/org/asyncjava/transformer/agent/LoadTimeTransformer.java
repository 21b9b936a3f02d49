package org.asyncjava.transformer.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.asyncjava.transformer.read.ConstantPoolScan;

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
     * Transforms a class that is loaded or redefined.
     *
     * @return its new bytes; null to leave it as it is
     */
    @Override
    public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (loader == null || loader == PLATFORM || name == null || bytes == null || ClassSelection.isOurs(name)) {
            return null;
        }
        try {
            if (!ConstantPoolScan.mentionsAsync(bytes) || !options.classes().covers(name)) {
                return null;
            }
            return transform(new LoadedClass(name, bytes, loader, module, domain), redefined);
        } catch (Throwable failure) {
            log.failed(name, failure);
            return null;
        }
    }

    private byte[] transform(LoadedClass loaded, Class<?> redefined) {
        return redefined == null ? transformation.first(loaded, log) : transformation.repeated(loaded);
    }
}
