package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Anonymous and local classes that capture variables and have async methods. HARD_CASES 48. */
public class AnonymousAndLocalClasses {
    interface Asking {
        @Async
        Coroutine<String> ask(Env env, String question);
    }

    private final String answer = "answer";

    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(new AnonymousAndLocalClasses().all(env, "captured")));
    }

    @Async
    Coroutine<String> all(Env env, String captured) {
        int before = await(env.async(1));
        Asking anonymous = new Asking() {
            private int asked = before;

            @Override
            @Async
            public Coroutine<String> ask(Env inner, String question) {
                asked += await(inner.async(10));
                return Coroutine.of(question + captured + asked + answer);
            }
        };
        class Local {
            final String text;

            Local(String text) {
                this.text = text + captured;
            }

            @Async
            Coroutine<String> twice(Env inner) {
                String once = text + before;
                return Coroutine.of(once + await(inner.async("&")) + once + answer.length());
            }
        }
        Local local = new Local(await(env.async("local")));
        Object[] plain = {new Object() {
            @Override
            public String toString() {
                return captured + before;
            }
        }};
        String first = await(anonymous.ask(env, "first?"));
        return Coroutine.of(first + await(anonymous.ask(env, "second?")) + await(local.twice(env)) + plain[0]);
    }
}
