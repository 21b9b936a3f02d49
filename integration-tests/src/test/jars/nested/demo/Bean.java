package demo;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What scanners look for. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Bean {
}
