import java.io.Closeable;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.Coroutine;

/** Which calls of close() are awaits. */
class Resources {
    interface Inherits extends AsyncCloseable {
    }

    abstract static class Both implements Closeable, Inherits {
        @Override
        public void close() {
        }
    }

    abstract static class Narrow extends Both {
    }

    interface Namesake {
        void close();

        void close(int how);
    }

    @Async
    static Coroutine<Void> used(Both source) {
        try (Both opened = source) { // normal: closeAsync, await, drop, addSuppressed
            opened.hashCode();
        }
        return Coroutine.done();
    }

    @Async
    static Coroutine<Void> byHand(AsyncCloseable general, Narrow narrow, Closeable plain, AutoCloseable any, Namesake namesake) throws Exception {
        general.close(); // normal: closeAsync, await, drop
        narrow.close(); // normal: closeAsync, await, drop
        plain.close(); // normal: close
        any.close(); // normal: close
        namesake.close(); // normal: close
        namesake.close(1); // normal: close
        return Coroutine.done();
    }
}
