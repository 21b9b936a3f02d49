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
        return null;
    }

    @Async
    CompletionStage<String> stage() {
        return null;
    }

    @Async
    Reply<String> reply() {
        return null;
    }

    @Async
    LaterReply laterReply() {
        return null;
    }

    @Async
    OnlyReply onlyReply() {
        return null;
    }

    @Async
    <F extends CompletableFuture<String>> F erasedToFuture() {
        return null;
    }

    @Async
    void nothing() {
    } // AJ005

    @Async
    int number() {
        return 1; // AJ005
    }

    @Async
    Object anything() {
        return null; // AJ005
    }

    @Async
    String[] array() {
        return null; // AJ005
    }

    @Async
    Optional<String> optional() {
        return null; // AJ005
    }

    @Async
    Future<String> plainFuture() {
        return null; // AJ005
    }

    @Async
    FinalReply finalReply() {
        return null; // AJ005
    }

    @Async
    AbstractReply abstractReply() {
        return null; // AJ005
    }

    @Async
    HiddenReply hiddenReply() {
        return null; // AJ005
    }

    @Async
    InnerReply innerReply() {
        return null; // AJ005
    }

    @Async
    NumberedReply numberedReply() {
        return null; // AJ005
    }

    @Async
    DerivedFromLocked derivedFromLocked() {
        return null; // AJ005
    }

    @Async
    SealedReply sealedReply() {
        return null; // AJ005
    }

    interface Work {
        @Async
        int run(); // AJ005 declaration
    }
}
