package demo;

import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** A loader that defines a class without saying its name, as the JVM allows. */
public final class Nameless extends ClassLoader {
    private Nameless() {
        super(Nameless.class.getClassLoader());
    }

    public static void main(String[] arguments) throws Exception {
        try (InputStream in = Nameless.class.getResourceAsStream("Work.class")) {
            byte[] bytes = in.readAllBytes();
            Class<?> work = new Nameless().defineClass(null, bytes, 0, bytes.length);
            CompletableFuture<Integer> one = new CompletableFuture<>();
            Object two = work.getMethod("plusOne", CompletableFuture.class).invoke(null, one);
            one.complete(1);
            System.out.println(((CompletableFuture<?>) two).get());
        }
    }
}
