package demo;

import static org.asyncjava.Await.await;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.asyncjava.Async;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

/** Spies, stubs and subclasses of async classes, whose classes Mockito retransforms. */
public class Mocks {
    public static class Service {
        @Async
        public CompletableFuture<Integer> twice(CompletableFuture<Integer> number) {
            return CompletableFuture.completedFuture(2 * await(number));
        }

        @Async
        public static CompletableFuture<Integer> half(CompletableFuture<Integer> number) {
            return CompletableFuture.completedFuture(await(number) / 2);
        }
    }

    static CompletableFuture<Integer> later(int value) {
        return new CompletableFuture<Integer>().completeOnTimeout(value, 5, TimeUnit.MILLISECONDS);
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("before " + new Service().twice(later(4)).join());
        Service spied = spy(new Service());
        System.out.println("spied " + spied.twice(later(4)).join());
        verify(spied, times(1)).twice(Mockito.any());
        doReturn(later(1)).when(spied).twice(Mockito.any());
        System.out.println("stubbed " + spied.twice(later(4)).join());
        try (MockedStatic<Service> statics = mockStatic(Service.class, Mockito.CALLS_REAL_METHODS)) {
            System.out.println("static " + Service.half(later(4)).join());
            statics.when(() -> Service.half(Mockito.any())).thenReturn(later(7));
            System.out.println("stubbed static " + Service.half(later(4)).join());
        }
        Class<? extends Service> subclass = new ByteBuddy().subclass(Service.class).method(ElementMatchers.named("twice"))
                .intercept(SuperMethodCall.INSTANCE).make().load(Mocks.class.getClassLoader()).getLoaded();
        System.out.println("subclass " + subclass.getConstructor().newInstance().twice(later(4)).join());
        System.out.println("after " + new Service().twice(later(4)).join());
    }
}
