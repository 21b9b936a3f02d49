package shop;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

class NothingToAwait {
    @Async static Coroutine<Integer> three() {
        return Coroutine.of(3);
    }
}
