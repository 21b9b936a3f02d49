package org.asyncjava.stress;

import java.util.List;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Has Lincheck's model checker try small programs of two and three threads, of random operations of a model: one interleaving after the other, at each access to
 * what the threads share. What an operation returns has to be what it could have returned if one thread had called all of them one after the other, and what the model
 * requires in the end has to hold. A program that fails is made shorter and printed with its interleaving.
 *
 * <p>Memory is taken to be sequentially consistent: what processors and compilers reorder is jcstress's. So is a lost wake-up of a parked thread: the checker lets
 * threads wake by themselves now and then, as the JDK may.
 */
public final class Models {
    private static final List<Class<?>> ALL = List.of(LockModel.class, SemaphoreModel.class, PermitsModel.class, QueueModel.class, ItemsModel.class,
            EventModel.class, CompletionModel.class, DeferredModel.class, ScopeModel.class, StrandModel.class);

    /** A loop, or a chain of calls, of more steps is taken for one that does not end. */
    private static final int ENDLESS = 1000;

    private static final int ATTEMPTS = 4;

    private Models() {
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void check(Class<?> model, int programs, int interleavings) {
        System.out.println(model.getSimpleName());
        ModelCheckingOptions options = new ModelCheckingOptions().iterations(programs).invocationsPerIteration(interleavings).loopBound(ENDLESS).recursionBound(ENDLESS);
        check(model, options.actorsBefore(0).actorsAfter(0).threads(2).actorsPerThread(2));
        check(model, options.threads(3).actorsPerThread(1));
    }

    /**
     * A run that cannot be repeated is no finding, and other programs are tried: the runtime holds what it knows of a thread weakly, so that a garbage collection
     * may change how many steps a call has. Not proved to be the only reason.
     */
    private static void check(Class<?> model, ModelCheckingOptions options) {
        for (int attempt = 1;; attempt++) {
            try {
                options.check(model);
                return;
            } catch (IllegalStateException notRepeatable) {
                if (attempt == ATTEMPTS) {
                    throw notRepeatable;
                }
            }
        }
    }

    /**
     * Tries them; ends the process with 1 where one has failed.
     *
     * @param arguments how many programs of each model for two threads and for three, and how many interleavings of each; then simple names of classes, for some of
     *     them
     */
    public static void main(String[] arguments) {
        int programs = Integer.parseInt(arguments[0]);
        int interleavings = Integer.parseInt(arguments[1]);
        List<String> some = List.of(arguments).subList(2, arguments.length);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> { }); // is told of failures that a cancellation has overtaken, very often
        try {
            ALL.stream().filter(model -> some.isEmpty() || some.contains(model.getSimpleName())).forEach(model -> check(model, programs, interleavings));
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        System.exit(0); // Lincheck leaves threads
    }
}
