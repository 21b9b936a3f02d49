package shop;

import org.asyncjava.runtime.ContextCarrier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is logged in, as Spring Security's {@link SecurityContextHolder} says. Each thread gets a context of its own, which may be changed. */
public final class SecurityCarrier implements ContextCarrier<Authentication> {
    @Override
    public Authentication capture() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    @Override
    public void restore(Authentication captured) {
        if (captured == null) {
            SecurityContextHolder.clearContext();
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(captured);
            SecurityContextHolder.setContext(context);
        }
    }
}
