package shop;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.interceptor.InterceptorBinding;

/** Async methods go on in the Vert.x context of the request: on the same event loop, where Quarkus expects them. */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface OnItsContext {
}
