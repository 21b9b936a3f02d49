package org.asyncjava.it.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asyncjava.Awaitable;

/**
 * What a program sees of the harness: operands to await, a log, and choices that come out the same in every way of running.
 *
 * <p>When an operand completes is up to the {@link Way}; that it was asked for is logged at once. Used by one thread at a time: a
 * program under test never does two things at once.
 */
public final class Env {
    /** Under such a frame is a body that is just being suspended: an operand that is done at that moment resumes it on top of itself. */
    private static final Pattern SAVES = Pattern.compile("save[0-9]+");
    /** What the runtime's messages about a generator begin with. */
    private static final Pattern GENERATOR = Pattern.compile("^<\\S+\\(\\)[^>]*> (?=emits|has no|is )");
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}");

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Completions completions;
    private int fuel = 400;
    private long choices = 0x5DEECE66DL;

    /**
     * Makes an environment.
     *
     * @param completions decides when operands complete, and whether
     */
    public Env(Completions completions) {
        this.completions = completions;
    }

    /**
     * Logs one event.
     *
     * @param parts what to log, written one after the other; arrays by their elements
     */
    public void log(Object... parts) {
        StringBuilder event = new StringBuilder();
        for (Object part : parts) {
            event.append(text(part));
        }
        events.add(event.toString());
    }

    /**
     * Logs a value on its way: a probe for the order of evaluation.
     *
     * @param value the value
     * @param <T> its type
     * @return the value
     */
    public <T> T value(T value) {
        log("value ", value);
        return value;
    }

    /**
     * A future that completes with a value.
     *
     * @param value the value
     * @param <T> its type
     * @return the future
     */
    public <T> CompletableFuture<T> async(T value) {
        log("async ", value);
        CompletableFuture<T> future = new CompletableFuture<>();
        completions.take(() -> future.complete(value), () -> future.cancel(true));
        return future;
    }

    /**
     * A stage that completes with a value and cannot be asked whether it is done.
     *
     * @param value the value
     * @param <T> its type
     * @return the stage
     */
    public <T> CompletionStage<T> stage(T value) {
        return async(value).minimalCompletionStage();
    }

    /**
     * Something awaitable that is neither a stage nor of the runtime.
     *
     * @param value the value
     * @param <T> its type
     * @return the awaitable
     */
    public <T> Awaitable<T> awaitable(T value) {
        log("awaitable ", value);
        Signal<T> signal = new Signal<>();
        completions.take(() -> signal.complete(value, null), signal::cancel);
        return signal;
    }

    /**
     * A future that fails.
     *
     * @param failure the failure
     * @param <T> the type of the value that never comes
     * @return the future
     */
    public <T> CompletableFuture<T> fail(Throwable failure) {
        log("fail ", failure);
        CompletableFuture<T> future = new CompletableFuture<>();
        completions.take(() -> future.completeExceptionally(failure), () -> future.cancel(true));
        return future;
    }

    /**
     * Something awaitable that fails.
     *
     * @param failure the failure
     * @param <T> the type of the value that never comes
     * @return the awaitable
     */
    public <T> Awaitable<T> failing(Throwable failure) {
        log("failing ", failure);
        Signal<T> signal = new Signal<>();
        completions.take(() -> signal.complete(null, failure), signal::cancel);
        return signal;
    }

    /**
     * Bounds a loop, however the loops are nested.
     *
     * @return true a few hundred times, then false
     */
    public boolean fuel() {
        return --fuel >= 0;
    }

    /**
     * A choice.
     *
     * @param outOf how many outcomes there are
     * @return true once in so many calls, on average; the same in every run
     */
    public boolean chance(int outOf) {
        choices = choices * 6364136223846793005L + 1442695040888963407L;
        return Long.remainderUnsigned(choices >>> 33, outOf) == 0;
    }

    /**
     * Where in a target an exception was made.
     *
     * @param failure the exception
     * @return method and line of its innermost frame in a target
     */
    public String where(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("targets.")) {
                return frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "nowhere";
    }

    /**
     * What a programmer reads in the stack trace of an exception: the targets' methods and lines, without what the transformer has made, as
     * far as the logical trace goes if there is one.
     *
     * @param failure the exception
     * @return methods and lines, innermost first
     */
    public String trace(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        int end = IntStream.range(0, frames.length).filter(i -> "async".equals(frames[i].getClassLoaderName())).max().orElse(frames.length - 1);
        return IntStream.rangeClosed(0, end)
                .filter(i -> frames[i].getClassName().startsWith("targets.") && frames[i].getLineNumber() > 0)
                .filter(i -> i == 0 || !SAVES.matcher(frames[i - 1].getMethodName()).matches())
                .mapToObj(i -> frames[i].getMethodName().replaceAll("[0-9]+", "") + ":" + frames[i].getLineNumber())
                .collect(Collectors.joining(" "));
    }

    /**
     * The events so far.
     *
     * @return a copy
     */
    public List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /**
     * A text that is the same in every run: the JVM's own messages name local variables and class loaders, so they are left out.
     *
     * @param value a value
     * @return its text
     */
    static String text(Object value) {
        if (value instanceof Throwable failure) {
            return failure.getClass().getName() + (isWordedByJvm(failure) ? "" : ": " + message(failure));
        }
        if (value instanceof Object[] array) {
            return Arrays.deepToString(array);
        }
        if (value != null && value.getClass().isArray()) {
            String inBrackets = Arrays.deepToString(new Object[] {value});
            return inBrackets.substring(1, inBrackets.length() - 1);
        }
        return IDENTITY.matcher(String.valueOf(value)).replaceAll("@");
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? null : GENERATOR.matcher(failure.getMessage()).replaceFirst("");
    }

    private static boolean isWordedByJvm(Throwable failure) {
        return failure instanceof NullPointerException || failure instanceof ClassCastException || failure instanceof LinkageError;
    }
}
