package marks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.asyncjava.AsyncEntry;

/** A library's own mark, which makes entry points through another one. */
@Job.Entry
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Job {
    @AsyncEntry
    @Target(ElementType.ANNOTATION_TYPE)
    @interface Entry {
    }
}
