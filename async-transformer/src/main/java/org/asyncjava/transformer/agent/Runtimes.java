package org.asyncjava.transformer.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.Markers;
import org.asyncjava.transformer.read.TransformationException;

/**
 * The async-runtime that a class sees: generated code calls it, and machines extend its classes.
 *
 * @param jvm the JVM's side
 */
record Runtimes(Instrumentation jvm) {
    private static final String ABI = RuntimeAbi.ABI.replace('/', '.');

    /**
     * Makes sure that a transformed class finds a runtime that fits, and that its module reads it.
     *
     * @param transformed the class's new bytes
     * @param owner the class
     * @throws TransformationException if there is no such runtime
     */
    void require(byte[] transformed, LoadedClass owner) {
        String name = owner.name().replace('/', '.');
        try {
            Class<?> abi = Class.forName(ABI, false, owner.loader());
            int version = Markers.abi(ClassRead.of(transformed).node()).orElseThrow();
            abi.getMethod(RuntimeAbi.REQUIRE, int.class, String.class).invoke(null, version, name);
            read(abi.getModule(), owner.module());
        } catch (ClassNotFoundException missing) {
            throw new TransformationException("async-runtime is not visible to the class loader of " + name
                    + ": put org.asyncjava:async-runtime where this loader finds it", missing);
        } catch (InvocationTargetException unfit) {
            throw new TransformationException(unfit.getCause().getMessage(), unfit);
        } catch (ReflectiveOperationException unknown) {
            throw new TransformationException("the async-runtime that " + name + " sees is unknown to this agent: use the same version of both",
                    unknown);
        }
    }

    /** Code that was not built for async-java in a module of its own cannot say that it requires the runtime. */
    private void read(Module runtime, Module reader) {
        if (reader.isNamed() && !reader.canRead(runtime)) {
            jvm.redefineModule(reader, Set.of(runtime), Map.of(), Map.of(), Set.of(), Map.of());
        }
    }
}
