package demo;

import java.util.concurrent.atomic.AtomicInteger;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;

/** Advice around the methods that carry the annotation, woven while classes are loaded. */
@Aspect
public class Counting {
    static final AtomicInteger CALLS = new AtomicInteger();

    @Around("execution(@org.asyncjava.Async * demo.Woven.*(..))")
    public Object count(ProceedingJoinPoint call) throws Throwable {
        CALLS.incrementAndGet();
        return call.proceed();
    }
}
