package shop;

import org.asyncjava.runtime.ContextCarrier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The request of Spring's {@link RequestContextHolder}. */
public final class RequestCarrier implements ContextCarrier<RequestAttributes> {
    @Override
    public RequestAttributes capture() {
        return RequestContextHolder.getRequestAttributes();
    }

    @Override
    public void restore(RequestAttributes captured) {
        RequestContextHolder.setRequestAttributes(captured);
    }
}
