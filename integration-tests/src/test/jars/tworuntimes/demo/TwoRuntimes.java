package demo;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Two class loaders that have a runtime each, as web applications do. The argument is their class path. */
final class TwoRuntimes {
    public static void main(String[] args) throws ReflectiveOperationException, MalformedURLException, InterruptedException {
        List<URL> urls = new ArrayList<>();
        for (String entry : args[0].split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        List<Object> loops = new ArrayList<>();
        for (String name : List.of("shop", "bank")) {
            Class<?> type = Class.forName("org.asyncjava.runtime.EventLoop", true, new URLClassLoader(name, urls.toArray(URL[]::new), null));
            loops.add(type.getConstructor().newInstance());
        }
        System.out.println(loops.size());
        Thread.currentThread().join();
    }
}
