package shop;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.asyncjava.runtime.Dispatcher;

/** In an application server the executor is an injected {@code ManagedExecutorService}. */
@Interceptor
@OnTheExecutor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class TheExecutor {
    private static final Executor EXECUTOR = Executors.newFixedThreadPool(4, work -> {
        Thread thread = new Thread(work, "shop");
        thread.setDaemon(true);
        return thread;
    });

    @AroundInvoke
    Object call(InvocationContext call) {
        return Dispatcher.call(EXECUTOR, () -> proceed(call));
    }

    private static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
