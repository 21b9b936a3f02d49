package org.asyncjava.rules.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Whether something is taken at the places of a method: a lock is held, a coroutine has been started. On some ways to a place it may be
 * so and on others not. Places and the ways between them are added first, then {@link #follow} finds out. For one thread.
 */
public final class Flow {
    static final int FREE = 1;
    static final int TAKEN = 2;

    private final List<Place> places = new ArrayList<>();

    /** How a way leads on. */
    private enum Kind {
        /** The place's call has returned. */
        ON,
        /** The place's call has returned, and what it tried has come off. */
        TAKEN,
        /** The place's call has thrown. */
        FAILED
    }

    private record Way(Kind kind, int to) {
    }

    private static final class Place {
        private final Effect effect;
        private final List<Way> ways = new ArrayList<>();
        private int state;

        Place(Effect effect) {
            this.effect = effect;
        }

        private int along(Kind kind) {
            return switch (kind) {
                case ON -> effect.after(state);
                case TAKEN -> state == 0 ? 0 : Flow.TAKEN;
                case FAILED -> effect.onFailure(state);
            };
        }
    }

    /**
     * Adds a place.
     *
     * @param effect what happens there
     * @return its number: they are counted from 0
     */
    public int place(Effect effect) {
        places.add(new Place(effect));
        return places.size() - 1;
    }

    /**
     * Adds a way.
     *
     * @param from where what happens has been done
     * @param to where it goes on
     */
    public void go(int from, int to) {
        add(from, Kind.ON, to);
    }

    /**
     * Adds the way on which what a place tries has come off.
     *
     * @param from the place
     * @param to where it goes on
     */
    public void goTaken(int from, int to) {
        add(from, Kind.TAKEN, to);
    }

    /**
     * Adds the way on which what happens at a place throws.
     *
     * @param from the place
     * @param to where that is caught
     */
    public void fail(int from, int to) {
        add(from, Kind.FAILED, to);
    }

    private void add(int from, Kind kind, int to) {
        places.get(from).ways.add(new Way(kind, to));
    }

    /**
     * Follows all ways. What has been seen at a place is only ever added to, so this ends.
     *
     * @param start where the method begins, with nothing taken
     */
    public void follow(int start) {
        Deque<Integer> pending = new ArrayDeque<>();
        reach(start, FREE, pending);
        while (!pending.isEmpty()) {
            Place place = places.get(pending.pop());
            for (Way way : place.ways) {
                reach(way.to, place.along(way.kind), pending);
            }
        }
    }

    private void reach(int number, int state, Deque<Integer> pending) {
        Place place = places.get(number);
        if ((place.state | state) != place.state) {
            place.state |= state;
            pending.push(number);
        }
    }

    /**
     * Tells whether it is taken on some way to a place.
     *
     * @param place the place, before what happens there
     * @return true if so
     */
    public boolean mayBeTakenAt(int place) {
        return (places.get(place).state & TAKEN) != 0;
    }

    /**
     * Tells whether it is taken on every way to a place.
     *
     * @param place the place, before what happens there
     * @return true if so; false if no way leads there
     */
    public boolean isTakenAt(int place) {
        return places.get(place).state == TAKEN;
    }
}
