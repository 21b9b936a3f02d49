package targets;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Async methods in generic classes with wildcards and bounded parameters. HARD_CASES 7. */
public class GenericClasses<K extends Comparable<K>, V> {
    private final Map<K, List<V>> entries = new TreeMap<>();

    @Async
    public static Coroutine<String> run(Env env) {
        GenericClasses<String, Integer> self = new GenericClasses<>();
        await(self.put(env, "b", 1));
        await(self.put(env, "a", 2));
        await(self.put(env, "b", 3));
        return Coroutine.of(self.entries + " " + await(self.sum(env, Arrays.asList(1, 2.5, 3L))) + await(self.<Object>folded(env, "z", Object::toString)));
    }

    @Async
    Coroutine<V> put(Env env, K key, V value) {
        List<V> values = entries.get(await(env.async(key)));
        if (values == null) {
            entries.put(key, values = new ArrayList<>());
        }
        values.add(await(env.async(value)));
        return Coroutine.of(values.get(0));
    }

    @Async
    Coroutine<Double> sum(Env env, Collection<? extends Number> numbers) {
        double sum = 0;
        for (Iterator<? extends Number> all = numbers.iterator(); all.hasNext();) {
            sum += await(env.async((Number) all.next())).doubleValue();
        }
        return Coroutine.of(sum);
    }

    @Async
    <R> Coroutine<String> folded(Env env, R start, Function<? super R, String> fold) {
        String text = "";
        for (Map.Entry<K, List<V>> entry : entries.entrySet()) {
            text += entry.getKey() + await(env.async(fold.apply(start))) + entry.getValue().size();
        }
        return Coroutine.of(text);
    }
}
