package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.ArrayList;
import java.util.List;

/** The results of several promises in a list; the first failure is its own. Cancelling it cancels them. */
final class Gather extends Promise implements Callback {
    private final List<? extends Promise> children;
    private int pending;

    Gather(Loop loop, List<? extends Promise> children) {
        super(loop);
        this.children = children;
        this.pending = children.size();
        for (Promise child : children) {
            if (child.isDone()) {
                done(child);
            } else {
                child.addDoneCallback(this);
            }
        }
        if (children.isEmpty()) {
            complete(List.of());
        }
    }

    @Override
    public void done(Promise child) {
        pending--;
        if (isDone()) {
            return;
        }
        if (child.failure() != null) {
            settle(child.failure());
        } else if (pending == 0) {
            collect();
        }
    }

    private void collect() {
        List<Object> results = new ArrayList<>(children.size());
        try {
            for (Promise child : children) {
                results.add(child.take());
            }
            complete(results);
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    @Override
    boolean cancel() {
        boolean asked = false;
        for (Promise child : children) {
            asked |= child.cancel();
        }
        return asked;
    }
}
