package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** super.m(), Outer.this.x, Interface.super.m() and inherited members. HARD_CASES 46. */
public class SuperAndOuterAccess {
    private int x = 1;

    static class Base {
        protected String name = "base";

        @Async
        protected Coroutine<String> describe(Env env, int number) {
            String kept = name + number;
            return Coroutine.of(kept + await(env.async("!")));
        }

        protected String plain(String text) {
            return "plain " + text;
        }
    }

    interface Greeting {
        @Async
        default Coroutine<String> greet(Env env) {
            return Coroutine.of("hello " + await(env.async("you")));
        }
    }

    interface Parting {
        @Async
        default Coroutine<String> greet(Env env) {
            return Coroutine.of("bye " + await(env.async("them")));
        }
    }

    class Inner extends Base implements Greeting, Parting {
        private int x = 100;

        @Override
        @Async
        public Coroutine<String> greet(Env env) {
            String one = await(Greeting.super.greet(env));
            String two = await(Parting.super.greet(env));
            return Coroutine.of(one + two);
        }

        @Override
        @Async
        protected Coroutine<String> describe(Env env, int number) {
            String inherited = await(super.describe(env, number));
            SuperAndOuterAccess.this.x += await(env.async(10));
            this.x += SuperAndOuterAccess.this.x;
            super.name = await(env.async("renamed"));
            return Coroutine.of(inherited + x + super.plain(await(env.async("text"))) + name);
        }

        class Innermost {
            @Async
            Coroutine<Integer> sum(Env env) {
                int own = Inner.this.x;
                SuperAndOuterAccess.this.x++;
                return Coroutine.of(own + SuperAndOuterAccess.this.x + await(env.async(1)) + Inner.this.x);
            }
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        SuperAndOuterAccess outer = new SuperAndOuterAccess();
        Inner inner = outer.new Inner();
        String result = await(inner.describe(env, 7)) + await(inner.greet(env));
        return Coroutine.of(result + await(inner.new Innermost().sum(env)) + outer.x);
    }
}
