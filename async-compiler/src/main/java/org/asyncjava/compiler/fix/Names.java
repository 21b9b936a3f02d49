package org.asyncjava.compiler.fix;

/** What fixes name. */
final class Names {
    static final String ASYNC = "org.asyncjava.Async";
    static final String ENTRY = "org.asyncjava.AsyncEntry";
    static final String GENERATOR = "org.asyncjava.Generator";
    static final String AWAIT = "org.asyncjava.Await";
    static final String EMIT = "org.asyncjava.Emit";
    static final String AWAITABLE = "org.asyncjava.Awaitable";
    static final String COROUTINE = "org.asyncjava.runtime.Coroutine";
    static final String COROUTINES = "org.asyncjava.runtime.Coroutines";
    static final String ASYNC_TEST = "org.asyncjava.junit.AsyncTest";
    static final String FUTURE = "java.util.concurrent.CompletableFuture";
    static final String STAGE = "java.util.concurrent.CompletionStage";

    private Names() {
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
