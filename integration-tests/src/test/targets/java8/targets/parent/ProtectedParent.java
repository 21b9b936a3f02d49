package targets.parent;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** The superclass in another package that ProtectedMember uses. HARD_CASES 46. */
public class ProtectedParent {
    protected int number = 3;
    protected static String shared = "shared";

    @Async
    protected Coroutine<Integer> doubled(Env env) {
        int kept = number;
        return Coroutine.of(kept * await(env.async(2)));
    }

    protected String plain(Object part) {
        return "<" + part + ">";
    }

    protected static String fixed() {
        return "fixed";
    }
}
