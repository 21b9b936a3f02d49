package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A local that is one of two classes which share only an interface. HARD_CASES 3. */
public class MergeOfInterfaceSharers {
    interface Shape {
        int sides();
    }

    static class Square implements Shape {
        public int sides() {
            return 4;
        }
    }

    static class Triangle implements Shape {
        public int sides() {
            return 3;
        }
    }

    @Async
    public static Coroutine<Integer> run(Env env) {
        int total = 0;
        for (int i = 0; i < 4; i++) {
            Shape shape = i % 2 == 0 ? new Square() : new Triangle();
            int more = await(env.async(i));
            total += shape.sides() * more;
            Comparable<?> either;
            if (more > 1) {
                either = "text";
            } else {
                either = 17;
            }
            await(env.async(more));
            env.log(either.getClass());
        }
        return Coroutine.of(total);
    }
}
