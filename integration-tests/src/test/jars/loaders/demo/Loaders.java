package demo;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.asyncjava.NotTransformedException;

/** Loads one class through loaders of several kinds. Argument: the directory of class files, which is not on the class path. */
public class Loaders {
    /** Finds classes, but no resources; not parallel-capable. */
    static final class WithoutResources extends ClassLoader {
        private final Path directory;

        WithoutResources(Path directory) {
            super(Loaders.class.getClassLoader());
            this.directory = directory;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] bytes = Files.readAllBytes(directory.resolve(name.replace('.', '/') + ".class"));
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException absent) {
                throw new ClassNotFoundException(name, absent);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        URL[] urls = {directory.toUri().toURL()};
        print("two loaders, one", () -> greet(new URLClassLoader(urls)));
        print("two loaders, other", () -> greet(new URLClassLoader(urls)));
        print("without resources", () -> greet(new WithoutResources(directory)));
        print("without the runtime", () -> new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()).loadClass("demo.Greeter").getSimpleName());
        print("hidden", () -> greet(MethodHandles.lookup().defineHiddenClass(Files.readAllBytes(directory.resolve("demo/Greeter.class")), false)
                .lookupClass()));
    }

    private static String greet(ClassLoader loader) throws ReflectiveOperationException {
        return greet(loader.loadClass("demo.Greeter"));
    }

    private static String greet(Class<?> greeter) throws ReflectiveOperationException {
        return (String) ((Supplier<?>) greeter.getConstructor().newInstance()).get();
    }

    private static void print(String what, Callable<String> greeting) throws Exception {
        String result;
        try {
            result = greeting.call();
        } catch (java.util.concurrent.CompletionException | NotTransformedException failure) {
            result = "not transformed";
        }
        System.out.println(what + ": " + result);
    }
}
