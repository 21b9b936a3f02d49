package org.asyncjava.benchmarks.contenders.elements;

import static org.asyncjava.Await.await;

import java.util.EnumSet;
import java.util.Set;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/**
 * Iterators written by hand for this library's loop, as simple as can be. The one that never suspends does its work when it is asked, not when
 * that is awaited, and answers with a constant; the other one is a call of an async method for each element.
 */
public final class EachByHand extends ElementsAlone {
    private static final Coroutine<Boolean> YES = Coroutine.of(true);
    private static final Coroutine<Boolean> NO = Coroutine.of(false);

    private final LoopOverEach loop = new LoopOverEach();

    @Override
    public String name() {
        return "each-by-hand";
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.READY, Source.SUSPENDED);
    }

    @Override
    public long iterate(Source source, int iterations, int elements) {
        return switch (source) {
            case READY -> loop.sum(() -> new Eager(elements), iterations);
            case SUSPENDED -> loop.pumped(() -> new Published(loop, elements), iterations);
            case PLAIN -> throw none();
        };
    }

    @Override
    public void close() {
        loop.close();
    }

    /** The last three bits of the numbers below a bound. */
    private static final class Eager implements AsyncIterator<Integer> {
        private final int bound;
        private int i = -1;

        Eager(int bound) {
            this.bound = bound;
        }

        @Override
        public Coroutine<Boolean> advance() {
            return ++i < bound ? YES : NO;
        }

        @Override
        public Integer current() {
            return i & 7;
        }

        @Override
        public Coroutine<Void> closeAsync() {
            return Coroutine.done();
        }
    }

    /** The values of operands. */
    private static final class Published implements AsyncIterator<Integer> {
        private final LoopOverEach loop;
        private int left;
        private Integer current;

        Published(LoopOverEach loop, int bound) {
            this.loop = loop;
            this.left = bound;
        }

        @Async
        @Override
        public Coroutine<Boolean> advance() {
            if (left == 0) {
                return NO;
            }
            left--;
            current = await(loop.publish());
            return YES;
        }

        @Override
        public Integer current() {
            return current;
        }

        @Override
        public Coroutine<Void> closeAsync() {
            return Coroutine.done();
        }
    }
}
