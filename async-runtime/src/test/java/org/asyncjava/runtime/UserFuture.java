package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A program's own kind of future. It has methods of the names that the runtime's interfaces have too, with a meaning of its own. */
public class UserFuture<T> extends CompletableFuture<T> {
    final List<String> calls = new ArrayList<>();

    public void run() {
        calls.add("run");
    }

    public void wake() {
        calls.add("wake");
    }

    public Object apply(Object value, Throwable failure) {
        calls.add("apply");
        return null;
    }

    @Override
    public boolean complete(T value) {
        calls.add("complete");
        return super.complete(value);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new UserFuture<>();
    }
}
