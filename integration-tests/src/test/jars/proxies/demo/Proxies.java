package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asyncjava.Async;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;

/** A class with async methods behind a proxy of Spring's CGLIB. */
public class Proxies {
    public static class Service {
        private final int factor = 2;

        @Async
        public CompletableFuture<Integer> times(CompletableFuture<Integer> number) {
            return CompletableFuture.completedFuture(factor * await(number));
        }
    }

    public static void main(String[] arguments) {
        AtomicInteger calls = new AtomicInteger();
        Enhancer enhancer = new Enhancer();
        enhancer.setSuperclass(Service.class);
        enhancer.setCallback((MethodInterceptor) (proxy, method, values, original) -> {
            calls.incrementAndGet();
            return original.invokeSuper(proxy, values);
        });
        Service service = (Service) enhancer.create();
        CompletableFuture<Integer> number = new CompletableFuture<Integer>().completeOnTimeout(4, 5, TimeUnit.MILLISECONDS);
        System.out.println("times " + service.times(number).join() + " calls " + calls.get());
    }
}
