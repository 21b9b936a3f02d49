package targets;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** invokedynamic of records, of string concatenation and of switches beside awaits. HARD_CASES 56. */
public class BootstrapsInMovedCode {
    enum Colour { RED, GREEN }

    @Async
    public static Coroutine<String> run(Env env) {
        record Point(int x, String y) { }
        Point point = new Point(await(env.async(1)), await(env.async("y")));
        String text = point + await(env.async("|")) + point.hashCode() * 0 + point.equals(new Point(1, "y"));
        for (Colour colour : Colour.values()) {
            switch (await(env.async(colour))) {
                case RED:
                    text += "r";
                case GREEN:
                    text += await(env.async("g"));
            }
            text += switch (colour.name() + await(env.async(""))) {
                case "RED" -> 1;
                case "GREEN" -> await(env.async(2));
                default -> throw new IllegalStateException();
            };
        }
        Function<String, String> upper = String::toUpperCase;
        Supplier<List<String>> made = ArrayList::new;
        List<String> list = made.get();
        list.add(upper.apply(await(env.async("upper"))));
        String kept = text;
        Supplier<String> lambda = () -> kept + point.y();
        await(env.async(0));
        return Coroutine.of(lambda.get() + list);
    }
}
