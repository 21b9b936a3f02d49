package shop;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.interceptor.InterceptorBinding;

/** Async methods go on in the executor of the application. */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface OnTheExecutor {
}
