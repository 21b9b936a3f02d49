import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;

/** PRODUCT 12: entry points await, whatever they return; what holds for async code holds in them, but for what is about results. */
abstract class EntryPoints {
    @AsyncEntry
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface Check {
    }

    @Around
    @Check
    @interface DeepCheck {
    }

    /** Round in a circle. */
    @DeepCheck
    @interface Around {
    }

    @Lost
    @interface Lost {
    }

    private final Lock lock = new ReentrantLock();
    private final String field = await(ready()); // AJ004

    EntryPoints() {
        await(ready()); // AJ004
    }

    static CompletableFuture<String> ready() {
        return CompletableFuture.completedFuture("ready");
    }

    static Coroutine<Void> work() {
        return Coroutine.done();
    }

    @AsyncEntry
    public static void main(String[] arguments) {
        await(ready());
    }

    @AsyncEntry
    int number() {
        return await(ready()).length();
    }

    @AsyncEntry
    String nothing() {
        await(ready());
        return null;
    }

    /** A value as any other. */
    @AsyncEntry
    CompletableFuture<String> future() {
        try {
            return ready();
        } finally {
            await(ready());
        }
    }

    @AsyncEntry
    CompletableFuture<String> noFuture() {
        return null;
    }

    @AsyncEntry
    void withoutAwait() {
    }

    @Check
    String checked() {
        return await(ready());
    }

    @DeepCheck
    String deeplyChecked() {
        return await(ready());
    }

    @Around
    String aroundTheCircle() {
        return await(ready());
    }

    @Lost
    String lost() {
        return await(ready()); // AJ001
    }

    @Async
    @AsyncEntry
    CompletableFuture<String> both() { // AJ005
        return ready();
    }

    @Async
    @Check
    void bothThroughAnother() { // AJ005
    }

    @Generator
    @AsyncEntry
    Iterable<String> generatorAndEntry() { // AJ005
        return null;
    }

    @Check
    @Generator
    Iterable<String> generatorThroughAnother() { // AJ005
        return null;
    }

    @Generator
    @AsyncEntry
    Iterable<String> emitsAndWaits() { // AJ005
        emit("row");
        emit(await(ready()));
        return end();
    }

    @Check
    @Generator
    Iterable<String> emitsThroughAnother(boolean early) { // AJ005
        if (early) {
            return end();
        }
        emit("row");
        return end();
    }

    @Async
    @AsyncEntry
    AsyncIterable<String> asyncGeneratorAndEntry() { // AJ005
        emit(await(ready()));
        return end();
    }

    @AsyncEntry
    Iterable<String> entryThatEmits() {
        emit("row"); // AJ008
        return end(); // AJ008
    }

    @AsyncEntry
    native String inNative(); // AJ007

    @AsyncEntry
    abstract String inAbstractClass(); // AJ007

    interface Single {
        @AsyncEntry
        String single(); // AJ007
    }

    interface Another {
        @Check
        String single(); // AJ007

        @AsyncEntry
        default String inDefault() {
            return await(ready());
        }
    }

    @AsyncEntry
    Supplier<String> lambda() {
        return () -> await(ready()); // AJ002
    }

    @AsyncEntry
    void local() {
        new Object() {
            @Override
            public String toString() {
                return await(ready()); // AJ002
            }
        }.toString();
    }

    @AsyncEntry
    synchronized String inMonitor() {
        return await(ready()); // AJ003
    }

    @AsyncEntry
    synchronized void inMonitorWithoutAwait() {
    }

    @AsyncEntry
    String holdsMonitor() {
        synchronized (lock) {
            return await(ready()); // AJ003
        }
    }

    @AsyncEntry
    void drops() {
        work(); // AJ102
    }

    @Async
    Coroutine<Integer> callsOthers(EntryPoints other) {
        await(ready());
        main(new String[0]); // AJ103
        checked(); // AJ103
        int length = number() + this.deeplyChecked().length() + // AJ103
                other.aroundTheCircle().length(); // AJ103
        String none = lost();
        Supplier<Integer> later = () -> number();
        Supplier<Integer> reference = this::number;
        return Coroutine.of(length + other.plain());
    }

    @AsyncEntry
    int callsAnother() {
        return number(); // AJ103
    }

    int plain() {
        return number();
    }

    @AsyncEntry
    void blocks() throws InterruptedException {
        Thread.sleep(1); // AJ103
    }

    @AsyncEntry
    void holdsLock() {
        lock.lock(); // AJ103
        await(ready()); // AJ104
        lock.unlock();
    }

    @AsyncEntry
    void swallows() {
        try {
            await(ready());
        } catch (RuntimeException anything) { // AJ105
        }
    }

    @Async
    static Coroutine<String> name() {
        return Coroutine.of(await(ready()));
    }

    @AsyncEntry
    void twice() {
        Coroutine<String> name = name();
        await(name);
        await(name); // AJ109
    }
}
