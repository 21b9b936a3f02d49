package targets;

import static org.asyncjava.Await.await;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Pattern switches with guards that await, record patterns, sealed hierarchies. HARD_CASES 21, 24, 56. */
public class PatternSwitches {
    sealed interface Shape permits Circle, Box, Empty {
    }

    record Circle(double radius) implements Shape {
    }

    record Box(Object width, long height) implements Shape {
    }

    record Empty() implements Shape {
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (Shape shape : List.of(new Circle(1), new Circle(5), new Box("w", 2), new Box(3, 4), new Empty())) {
            result += "[" + switch (shape) {
                case Circle c when await(env.async(c.radius() > 2)) -> "big " + await(env.async(c.radius()));
                case Circle c -> "small " + c.radius();
                case Box(String width, long height) -> width + await(env.async(height)) + height;
                case Box(Integer width, var height) when width + height == await(env.async(7L)) -> {
                    long sum = width + height;
                    yield sum + await(env.async(" yielded "));
                }
                case Box box -> "box";
                case Empty() -> await(env.async("empty"));
            } + "]";
        }
        Object object = await(env.async((Object) null));
        result += switch (object) {
            case null -> await(env.async("null"));
            case String s -> s;
            default -> "other";
        };
        if (new Box(new Box(1, 2), 3) instanceof Box(Box(Integer one, long two), long three)) {
            result += one + await(env.async(two)) + three + one;
        }
        return Coroutine.of(result);
    }
}
