package targets;

import static org.asyncjava.Await.await;

import java.io.Serializable;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A result cast to a type parameter and to an intersection type. HARD_CASES 7. */
public class TypeParameterCasts {
    @Async
    public static Coroutine<String> run(Env env) {
        String plain = await(TypeParameterCasts.<String>same(env, "text"));
        int both = await(compared(env, "aa", "ab"));
        String wrong;
        try {
            Object number = 5;
            @SuppressWarnings("unchecked")
            String cast = await(env.async((String) number));
            wrong = cast;
        } catch (ClassCastException e) {
            wrong = "refused";
        }
        try {
            String polluted = await(TypeParameterCasts.<String>polluted(env));
            wrong += polluted;
        } catch (ClassCastException e) {
            wrong += " also";
        }
        return Coroutine.of(plain + both + wrong);
    }

    @Async
    static <T> Coroutine<T> same(Env env, T value) {
        T before = value;
        T after = await(env.async(before));
        return Coroutine.of(before == after ? after : null);
    }

    @Async
    @SuppressWarnings("unchecked")
    static <T> Coroutine<T> polluted(Env env) {
        return Coroutine.of((T) await(env.async((Object) 17)));
    }

    @Async
    static <T extends Comparable<T> & Serializable & CharSequence> Coroutine<Integer> compared(Env env, T one, T two) {
        T first = await(env.async(one));
        int order = first.compareTo(await(env.async(two)));
        Serializable serializable = first;
        await(env.async(0));
        env.log(serializable, " ", first.length());
        return Coroutine.of(order);
    }
}
