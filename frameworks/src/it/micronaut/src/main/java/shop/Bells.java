package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

/** Bells for which one request waits and that another one rings. */
@Singleton
public class Bells {
    private final ConcurrentMap<String, CompletableFuture<Void>> bells = new ConcurrentHashMap<>();

    public CompletableFuture<Void> heard(String name) {
        return bells.computeIfAbsent(name, bell -> new CompletableFuture<>());
    }

    /** Rings, unless nobody listens yet. */
    public boolean ring(String name) {
        CompletableFuture<Void> bell = bells.get(name);
        return bell != null && bell.getNumberOfDependents() > 0 && bell.complete(null);
    }
}
