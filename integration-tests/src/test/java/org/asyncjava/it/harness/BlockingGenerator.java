package org.asyncjava.it.harness;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/**
 * What a generator would be if threads cost nothing: its body has one of its own, which runs while an element is waited for. The reference that
 * transformed generators are compared with; {@link BlockingSource} makes its calls.
 *
 * @param <T> the type of the elements
 */
public final class BlockingGenerator<T> implements Iterator<T>, AsyncIterator<T> {
    private static final Object NONE = new Object();
    private static final ThreadLocal<BlockingGenerator<?>> CURRENT = new ThreadLocal<>();
    /** The generators of the program that a thread runs; the threads of its generators share it. */
    private static final ThreadLocal<Set<BlockingGenerator<?>>> OPEN = ThreadLocal.withInitial(LinkedHashSet::new);

    private enum Life { UNBEGUN, RUNNING, SUSPENDED, ENDED }

    /** What ends a body at the {@code emit} where it stands. */
    private static final class Signal extends Error {
        private static final long serialVersionUID = 1L;
        private final boolean abandons;

        Signal(boolean abandons) {
            super("closing", null, true, false);
            this.abandons = abandons;
        }
    }

    private final Callable<?> body;
    private final Set<BlockingGenerator<?>> open = OPEN.get();
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore answered = new Semaphore(0);
    private Life life = Life.UNBEGUN;
    private Object element = NONE;
    private Throwable failure;
    private Signal signal;

    private BlockingGenerator(Callable<?> body) {
        this.body = body;
    }

    public static <T> Iterator<T> iterator(Callable<?> body) {
        return new BlockingGenerator<>(body);
    }

    public static <T> Iterable<T> iterable(Callable<?> body) {
        return () -> iterator(body);
    }

    public static <T> AsyncIterator<T> asyncIterator(Callable<?> body) {
        return new BlockingGenerator<>(body);
    }

    public static <T> AsyncIterable<T> asyncIterable(Callable<?> body) {
        return () -> asyncIterator(body);
    }

    public static <T> Stream<T> stream(Callable<?> body) {
        BlockingGenerator<T> elements = new BlockingGenerator<>(body);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize((Iterator<T>) elements, Spliterator.ORDERED), false).onClose(elements::close);
    }

    /** What a loop over {@code each(source)} goes through. */
    public static <T> Opened<T> opened(AsyncIterable<T> source) {
        return new Opened<>(source.iterator());
    }

    /** What a loop over {@code each(source)} goes through. */
    public static <T> Opened<T> opened(AsyncIterator<T> source) {
        return new Opened<>(source);
    }

    /**
     * A resource that is closed unless its end has been reached.
     *
     * @param <T> the type of the elements
     */
    public static final class Opened<T> implements AutoCloseable {
        private final AsyncIterator<T> source;
        private boolean isOver;

        private Opened(AsyncIterator<T> source) {
            this.source = source;
        }

        public boolean advance() {
            isOver = !BlockingAwait.await(source.advance());
            return !isOver;
        }

        public T current() {
            return source.current();
        }

        @Override
        public void close() {
            if (!isOver) {
                BlockingAwait.await(source.closeAsync());
            }
        }
    }

    /** Begins a {@code catch} clause that could take the signal. */
    public static void passOn(Throwable caught) {
        if (caught instanceof Signal closing) {
            throw closing;
        }
    }

    /** Of the generator whose body the calling thread runs. */
    public static void emit(Object element) {
        CURRENT.get().handOut(element);
    }

    /** Ends the bodies that nobody has: their threads would wait for ever. */
    static void abandonAll() {
        Set<BlockingGenerator<?>> open = OPEN.get();
        OPEN.remove();
        while (!open.isEmpty()) {
            BlockingGenerator<?> abandoned = open.iterator().next();
            try {
                abandoned.end(new Signal(true));
            } catch (Throwable ofItsBody) {
                open.remove(abandoned); // what it has to say comes too late
            }
        }
    }

    private void handOut(Object next) {
        if (signal != null) {
            if (signal.abandons) {
                throw signal;
            }
            throw new IllegalStateException("emits while it is being closed");
        }
        element = next;
        life = Life.SUSPENDED;
        answered.release();
        asked.acquireUninterruptibly();
        if (signal != null) {
            throw signal;
        }
    }

    private boolean goOn() {
        boolean begins = life == Life.UNBEGUN;
        if (life == Life.RUNNING) {
            throw new IllegalStateException("it runs");
        }
        element = NONE;
        if (life == Life.ENDED) {
            return false;
        }
        life = Life.RUNNING;
        if (begins) {
            open.add(this);
            Thread thread = new Thread(this::runBody, "generator");
            thread.setDaemon(true);
            thread.start();
        } else {
            asked.release();
        }
        answered.acquireUninterruptibly();
        if (failure != null) {
            Throwable thrown = failure;
            failure = null;
            throw BlockingAwait.<RuntimeException>sneaky(thrown);
        }
        return life == Life.SUSPENDED;
    }

    private void runBody() {
        CURRENT.set(this);
        OPEN.set(open);
        try {
            body.call();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        life = Life.ENDED;
        open.remove(this);
        answered.release();
    }

    private void end(Signal closing) {
        if (life != Life.SUSPENDED) {
            if (life == Life.RUNNING) {
                throw new IllegalStateException("it runs");
            }
            life = Life.ENDED;
            element = NONE;
            return;
        }
        signal = closing;
        try {
            goOn();
        } catch (Signal thrown) {
            passMet(thrown);
        }
    }

    /** What resources met when they were closed is what closing fails with. */
    private void passMet(Signal thrown) {
        Throwable[] met = thrown.getSuppressed();
        if (thrown != signal) {
            throw thrown;
        }
        if (met.length > 0) {
            for (int i = 1; i < met.length; i++) {
                met[0].addSuppressed(met[i]);
            }
            throw BlockingAwait.<RuntimeException>sneaky(met[0]);
        }
    }

    @Override
    public boolean hasNext() {
        return element != NONE || goOn();
    }

    @Override
    @SuppressWarnings("unchecked")
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T next = (T) element;
        element = NONE;
        return next;
    }

    @Override
    public Coroutine<Boolean> advance() {
        return Coroutine.of(goOn());
    }

    @Override
    @SuppressWarnings("unchecked")
    public T current() {
        if (element == NONE) {
            throw new NoSuchElementException();
        }
        return (T) element;
    }

    @Override
    public void close() {
        end(new Signal(false));
    }

    @Override
    public Coroutine<Void> closeAsync() {
        close();
        return Coroutine.done();
    }
}
