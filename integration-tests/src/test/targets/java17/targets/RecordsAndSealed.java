package targets;

import static org.asyncjava.Await.await;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Async methods in records with compact constructors and in sealed hierarchies. HARD_CASES 48. */
public class RecordsAndSealed {
    sealed interface Shape permits Circle, Box {
        @Async
        Coroutine<Double> area(Env env);
    }

    record Circle(double radius) implements Shape {
        Circle {
            if (radius < 0) {
                throw new IllegalArgumentException("radius " + radius);
            }
        }

        @Override
        @Async
        public Coroutine<Double> area(Env env) {
            double square = radius * radius;
            return Coroutine.of(await(env.async(3.0)) * square);
        }
    }

    record Box(int width, long height) implements Shape {
        @Override
        @Async
        public Coroutine<Double> area(Env env) {
            var other = new Box(await(env.async(width + 1)), height);
            return Coroutine.of((double) other.width() * await(env.async(height)));
        }

        @Async
        static Coroutine<Box> unit(Env env) {
            return Coroutine.of(new Box(await(env.async(1)), await(env.async(1L))));
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        var shapes = List.of(new Circle(2), await(Box.unit(env)), new Box(3, 4));
        double total = 0;
        for (var shape : shapes) {
            total += await(shape.area(env));
            env.log(shape);
        }
        try {
            new Circle(await(env.async(-1.0)));
        } catch (IllegalArgumentException e) {
            env.log(e);
        }
        return Coroutine.of(total + " " + shapes.get(1).equals(new Box(1, 1)));
    }
}
