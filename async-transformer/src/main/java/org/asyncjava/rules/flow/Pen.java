package org.asyncjava.rules.flow;

/** Draws the places of code, and the ways between them, in the order in which the code is told: it stands at one place. */
final class Pen {
    private final Flow flow = new Flow();
    private int at = flow.place(Effect.NONE);

    Flow flow() {
        return flow;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    /** Goes on elsewhere, which draws nothing. */
    void moveTo(int place) {
        at = place;
    }

    /** A place that nothing leads to yet. */
    int nowhere() {
        return flow.place(Effect.NONE);
    }

    /** A place that some others lead to. */
    int join(int... from) {
        int place = nowhere();
        for (int each : from) {
            flow.go(each, place);
        }
        return place;
    }

    /** Draws a way from where it stands. */
    void goTo(int place) {
        flow.go(at, place);
    }

    /** Does something, after which it stands behind that. */
    void pass(Effect effect, int onFailure) {
        int place = flow.place(effect);
        flow.go(at, place);
        flow.fail(place, onFailure);
        at = place;
    }
}
