package org.asyncjava.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a loop is to report at its end, unless somebody asks before. Thread-safe. */
final class UnretrievedFailures {
    /** Null while there has been nothing: a loop may be one of very many. Guarded by this object. */
    private Set<UnretrievedFailure> failures;

    synchronized void add(UnretrievedFailure failure) {
        if (failures == null) {
            failures = new HashSet<>();
        }
        failures.add(failure);
    }

    synchronized void remove(UnretrievedFailure failure) {
        if (failures != null) {
            failures.remove(failure);
        }
    }

    void report() {
        takeAll().forEach(UnretrievedFailure::report);
    }

    synchronized List<UnretrievedFailure> takeAll() {
        List<UnretrievedFailure> all = failures == null ? List.of() : List.copyOf(failures);
        failures = null;
        return all;
    }
}
