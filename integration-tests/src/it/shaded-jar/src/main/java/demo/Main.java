package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

public class Main {
    @Async
    static Coroutine<String> greeting(String name) {
        await(sleep(Duration.ofMillis(5)));
        return Coroutine.of("hello " + name);
    }

    public static void main(String[] arguments) {
        System.out.println(run(greeting("jar")));
    }
}
