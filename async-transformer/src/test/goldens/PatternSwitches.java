// release 21
import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A switch over patterns: the selector, a variable without a name, lives while a guard awaits. */
class PatternSwitches {
    sealed interface Shape { }

    record Square(int side) implements Shape { }

    record Box(int width, int height) implements Shape { }

    @Async
    static Coroutine<Integer> run(Shape shape, Coroutine<Boolean> large) {
        return Coroutine.of(switch (shape) {
            case Square square when await(large) -> square.side();
            case Box(int width, int height) when await(large) -> width * height;
            default -> 0;
        });
    }
}
