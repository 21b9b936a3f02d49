import static org.asyncjava.Await.await;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.asyncjava.Async;

/** PRODUCT 2: what an async method may and may not return. */
public class AsyncResult {
    public static class Reply<T> extends CompletableFuture<T> {
        public Reply() {
        }
    }

    public static class LaterReply extends Reply<String> {
    }

    public static final class FinalReply extends CompletableFuture<String> {
    }

    public abstract static class AbstractReply extends CompletableFuture<String> {
    }

    static class HiddenReply extends CompletableFuture<String> {
    }

    public class InnerReply extends CompletableFuture<String> {
    }

    public static class NumberedReply extends CompletableFuture<String> {
        public NumberedReply(int number) {
        }
    }

    public static class LockedReply extends CompletableFuture<String> {
        @Override
        public final boolean complete(String value) {
            return super.complete(value);
        }
    }

    public static class DerivedFromLocked extends LockedReply {
    }

    public sealed static class SealedReply extends CompletableFuture<String> permits OnlyReply {
    }

    public static non-sealed class OnlyReply extends SealedReply {
    }

    @Async
    CompletableFuture<String> future() {
        return null; // AJ111
    }

    @Async
    CompletionStage<String> stage() {
        return null; // AJ111
    }

    @Async
    Reply<String> reply() {
        return null; // AJ111
    }

    @Async
    LaterReply laterReply() {
        return null; // AJ111
    }

    @Async
    OnlyReply onlyReply() {
        return null; // AJ111
    }

    @Async
    <F extends CompletableFuture<String>> F erasedToFuture() {
        return null; // AJ111
    }

    @Async
    void nothing() { // AJ005
    }

    @Async
    int number() { // AJ005
        return 1;
    }

    @Async
    Object anything() { // AJ005
        return null;
    }

    @Async
    String[] array() { // AJ005
        return null;
    }

    @Async
    Optional<String> optional() { // AJ005
        return null;
    }

    @Async
    Future<String> plainFuture() { // AJ005
        return null;
    }

    @Async
    FinalReply finalReply() { // AJ005
        return null;
    }

    @Async
    AbstractReply abstractReply() { // AJ005
        return null;
    }

    @Async
    HiddenReply hiddenReply() { // AJ005
        return null;
    }

    @Async
    InnerReply innerReply() { // AJ005
        return null;
    }

    @Async
    NumberedReply numberedReply() { // AJ005
        return null;
    }

    @Async
    DerivedFromLocked derivedFromLocked() { // AJ005
        return null;
    }

    @Async
    SealedReply sealedReply() { // AJ005
        return null;
    }

    interface Work {
        @Async
        int run(); // AJ005
    }

    /** That the method is not async is said once, not at each await. */
    @Async
    String plainResult(CompletableFuture<String> source) { // AJ005
        return await(source) + await(source);
    }

    @Async
    void printed(java.util.List<CompletableFuture<String>> sources) { // AJ005
        synchronized (this) {
            await(sources.get(0)); // AJ003
        }
        sources.forEach(source -> await(source)); // AJ002
    }
}
