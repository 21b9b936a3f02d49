package org.asyncjava.compiler.source;

import java.util.Optional;
import org.asyncjava.rules.Violation;

/**
 * A broken rule, as an editor shows it.
 *
 * @param violation what is wrong
 * @param at what is underlined
 * @param related what it has to do with; empty if nothing
 */
public record LiveFinding(Violation violation, Extent at, Optional<Related> related) {
    /**
     * A place that has to do with what is wrong.
     *
     * @param text what it is
     * @param at where
     */
    public record Related(String text, Extent at) {
    }
}
