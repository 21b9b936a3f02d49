package targets;

import static org.asyncjava.Await.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A serializable lambda, with and without awaits, in a class with transformed methods. HARD_CASES 52. */
public class SerializableLambda {
    interface AsyncCall extends Serializable {
        @Async
        Coroutine<String> call(Env env, int number);
    }

    interface Plain extends Supplier<String>, Serializable {
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String captured = await(env.async("captured"));
        AsyncCall call = (inner, number) -> Coroutine.of(captured + await(inner.async(number)));
        Plain plain = () -> captured + captured.length();
        AsyncCall copy = (AsyncCall) copied(call);
        Plain plainCopy = (Plain) copied(plain);
        return Coroutine.of(await(call.call(env, 1)) + await(copy.call(env, 2)) + plainCopy.get());
    }

    private static Object copied(Object object) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(object);
            return new Reading(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static class Reading extends ObjectInputStream {
        Reading(ByteArrayInputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            return Class.forName(description.getName(), false, SerializableLambda.class.getClassLoader());
        }
    }
}
