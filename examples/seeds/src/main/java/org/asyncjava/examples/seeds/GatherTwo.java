package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 14: gathered coroutines go on as they become ready, not in the order of the arguments. */
public final class GatherTwo {
    private GatherTwo() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(program());
    }

    @Async
    private static Coroutine<Void> program() {
        await(gather(task1(), task2()));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> task1() {
        await(sleep(ofSeconds(1)));
        System.out.println("This will be printed after 1 second pause");
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> task2() {
        System.out.println("This will be printed immediately");
        return Coroutine.done();
    }
}
