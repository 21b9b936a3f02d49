package org.asyncjava.compiler.fix;

import java.util.List;

/** A way to mend what breaks a rule. */
@FunctionalInterface
interface Mend {
    /**
     * The fixes for one report.
     *
     * @param place the report
     * @return the one to choose first; none if it does not apply
     */
    List<Fix> of(Place place);
}
