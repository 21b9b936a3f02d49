package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** new X(await(f)) initialises class X before its arguments are evaluated. HARD_CASES 102. */
public class InitialisationBeforeArguments {
    private static Env log;

    static class First {
        static {
            log.log("First is initialised");
        }

        final Object part;

        First(Object part) {
            log.log("First is made of ", part);
            this.part = part;
        }
    }

    static class Second extends First {
        static {
            log.log("Second is initialised");
        }

        Second(Object one, Object two) {
            super(one);
            log.log("Second is made of ", two);
        }
    }

    static class Broken {
        static final int NUMBER = Integer.parseInt("broken");

        Broken(int number) {
            log.log("never made");
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        log = env;
        First nested = new First(new Second(env.value(1), await(env.async(2))));
        new First(await(env.async(3)));
        try {
            new Broken(await(env.async(4)));
        } catch (ExceptionInInitializerError e) {
            env.log("broken");
        }
        return Coroutine.of("" + ((First) nested.part).part);
    }
}
