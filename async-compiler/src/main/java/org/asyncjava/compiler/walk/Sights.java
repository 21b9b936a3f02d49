package org.asyncjava.compiler.walk;

import org.asyncjava.rules.Marker;

/**
 * Is told of what a walk comes by, and that breaks no rule.
 *
 * @param <N> what represents a node of the source
 */
public interface Sights<N> {
    /**
     * Code may be suspended.
     *
     * @param marker by what
     * @param at where
     */
    void suspends(Marker marker, N at);

    /**
     * A method is called that is no marker.
     *
     * @param call the call
     */
    void calls(N call);

    /**
     * For those who want to know what is wrong, and nothing else.
     *
     * @param <N> what represents a node of the source
     * @return forgets what it is told
     */
    static <N> Sights<N> unseen() {
        return new Sights<>() {
            @Override
            public void suspends(Marker marker, N at) {
            }

            @Override
            public void calls(N call) {
            }
        };
    }
}
