package targets;

import static org.asyncjava.Await.await;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.AsyncEntry;
import org.asyncjava.it.harness.Env;

/** Entry points of every kind of class, with every modifier, and through annotations of the program's own. */
public class KindsOfEntries {
    private final String name;

    KindsOfEntries(String name) {
        this.name = name;
    }

    @AsyncEntry
    @Target(ElementType.METHOD)
    @interface Check {
    }

    /** Two deep. */
    @Retention(RetentionPolicy.RUNTIME)
    @Check2
    @interface DeepCheck {
        String value() default "";
    }

    /** A circle that leads to an entry as well. */
    @DeepCheck
    @AsyncEntry
    @interface Check2 {
    }

    /** A circle that leads to none. */
    @Circle
    @interface Circle {
    }

    interface Greeting {
        Env env();

        @AsyncEntry
        default String greet(String whom) {
            return "hello " + await(env().async(whom));
        }

        @AsyncEntry
        static int count(Env env) {
            return await(env.async(3));
        }
    }

    enum Color {
        RED {
            @Override
            @AsyncEntry
            String shade(Env env) {
                return await(env.async("dark")) + name();
            }
        },
        BLUE;

        @AsyncEntry
        String shade(Env env) {
            return await(env.async("light")) + name();
        }
    }

    abstract static class Base<T> {
        abstract T make(Env env);
    }

    static final class Derived extends Base<String> {
        @Override
        @AsyncEntry
        String make(Env env) {
            return await(env.async("made"));
        }
    }

    class Inner {
        @AsyncEntry
        String outerName(Env env) {
            return await(env.async("of ")) + name;
        }
    }

    public static CompletableFuture<String> run(Env env) throws Exception {
        KindsOfEntries kinds = new KindsOfEntries("me");
        env.log(kinds.instance(env), kinds.secret(env), kinds.last(env), kinds.guarded(1), kinds.guarded(2));
        Greeting greeting = () -> env;
        env.log(greeting.greet("you"), Greeting.count(env), Color.RED.shade(env), Color.BLUE.shade(env));
        Base<String> base = new Derived();
        env.log(base.make(env), kinds.new Inner().outerName(env));
        env.log(local(env).get(), checked(env), deeplyChecked(env), notAnEntry());
        main(new String[] {"x", "y"});
        env.log(arguments);
        Supplier<String> reference = kinds::withoutArguments;
        env.log(reference.get(), kinds.getClass().getDeclaredMethod("last", Env.class).getReturnType());
        return CompletableFuture.completedFuture("end");
    }

    static int arguments;

    @AsyncEntry
    public static void main(String[] args) {
        arguments = await(CompletableFuture.completedFuture(args.length));
    }

    @AsyncEntry
    String withoutArguments() {
        return name;
    }

    @AsyncEntry
    public String instance(Env env) {
        return this.name + await(env.async("!"));
    }

    @AsyncEntry
    private String secret(Env env) {
        return await(env.async("psst ")) + this.name;
    }

    @AsyncEntry
    protected final String last(Env env) {
        return await(env.async("z")) + instanceOf(env);
    }

    private String instanceOf(Env env) {
        return name;
    }

    /** Holds its monitor while it runs: nothing awaits in it. */
    @AsyncEntry
    synchronized int guarded(int value) {
        return Thread.holdsLock(this) ? value : -1;
    }

    private static Supplier<String> local(Env env) {
        class Local {
            @AsyncEntry
            String say() {
                return "local " + await(env.async("class"));
            }
        }
        return new Local()::say;
    }

    @Check
    static String checked(Env env) {
        return await(env.async("checked"));
    }

    @DeepCheck("deep")
    static String deeplyChecked(Env env) {
        return await(env.async("deep"));
    }

    @Circle
    static String notAnEntry() {
        return "plain";
    }
}
