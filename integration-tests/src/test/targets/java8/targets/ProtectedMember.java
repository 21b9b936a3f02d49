package targets;

import static org.asyncjava.Await.await;

import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;
import targets.parent.ProtectedParent;

/** Protected members inherited from another package. HARD_CASES 46. */
public class ProtectedMember extends ProtectedParent {
    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(new ProtectedMember().all(env)));
    }

    @Async
    Coroutine<String> all(Env env) {
        number += await(env.async(4));
        String result = plain(await(env.async("a"))) + await(doubled(env)) + await(super.doubled(env));
        shared = shared + await(env.async("b"));
        Supplier<String> supplier = () -> plain(number) + fixed();
        await(env.async(0));
        String text = result + shared + supplier.get() + fixed();
        shared = "shared";
        return Coroutine.of(text);
    }

    @Override
    @Async
    protected Coroutine<Integer> doubled(Env env) {
        return Coroutine.of(await(super.doubled(env)) + number);
    }
}
