package shop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.asyncjava.runtime.Dispatcher;

@Interceptor
@OnItsContext
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class ItsContext {
    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        Context context = Vertx.currentContext();
        if (context == null) {
            return call.proceed();
        }
        Dispatcher here = work -> context.runOnContext(none -> work.run());
        return Dispatcher.call(here, () -> proceed(call));
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
