package org.asyncjava.runtime;

/** The text of a task or deferred, as asyncio prints it. Looking is not asking for the outcome. */
final class FutureText {
    private FutureText() {
    }

    /** To be called by {@link ShortText}, since the outcome's text is the program's. */
    static String of(LoopFuture<?> future) {
        return future.opening() + outcome(future) + (future.loop.isDebug() ? CreationSites.suffix(future) : "") + ">";
    }

    private static String outcome(LoopFuture<?> future) {
        Object result = future.result;
        if (result == null || future.isCancelled()) {
            return "";
        }
        return result instanceof Failure failure ? Failure.text(failure.unasked())
                : " result=" + ShortText.of(result == LoopFuture.NIL ? null : result);
    }
}
