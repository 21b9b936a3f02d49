package demo.library;

import java.util.concurrent.CompletableFuture;

/** A future of one's own. */
public class Reply<T> extends CompletableFuture<T> {
}
