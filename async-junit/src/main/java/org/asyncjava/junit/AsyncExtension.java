package org.asyncjava.junit;

import java.lang.reflect.Method;

import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Has the entry points of a test, methods that are marked {@code @AsyncEntry}, run on one loop: what sets it up, the test, what clears up after it. So
 * tasks go on from one to the next. Its time is virtual, see {@link TestLoop}, or, with {@link RealTime}, that of the clock on the wall. What sets up the
 * class, {@code @BeforeAll}, shares another one with {@code @AfterAll}.
 *
 * <pre>{@code
 * @ExtendWith(AsyncExtension.class)
 * class OrdersTest {
 *     @BeforeEach
 *     @AsyncEntry
 *     void connect() {
 *         client = await(Client.connect());
 *     }
 *
 *     @ParameterizedTest
 *     @ValueSource(ints = {1, 100})
 *     @AsyncEntry
 *     void areShipped(int count) {
 *         assertEquals(count, await(client.ship(count)));
 *     }
 * }
 * }</pre>
 *
 * <p>After the last {@code @AfterEach} the test fails if a task or a suspended method is left over, if a failure reached the loop's exception handler,
 * or if it has made a coroutine that was never awaited.
 *
 * <p>A parameter of the type {@link TestLoop}, of any of the methods, is that loop. Called by Jupiter; thread-safe as Jupiter needs it.
 *
 * @since 0.1.0
 */
public final class AsyncExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor,
        ParameterResolver {
    /** Called by Jupiter. */
    public AsyncExtension() {
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TestLoops.begin(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestLoops.begin(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        end(context);
    }

    /** What is thrown here is what the test has thrown, whatever that is. */
    private static void end(ExtensionContext context) throws Exception {
        try {
            TestLoops.end(context);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestLoop.class && parameter.getDeclaringExecutable() instanceof Method
                && TestLoops.of(context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return TestLoops.of(context).orElseThrow().loop();
    }

    @Override
    public void interceptBeforeAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, TestRun.Part.AROUND, context);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, TestRun.Part.AROUND, context);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, TestRun.Part.TEST, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, TestRun.Part.TEST, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return run(invocation, TestRun.Part.TEST, context);
    }

    @Override
    public void interceptDynamicTest(Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        run(invocation, TestRun.Part.TEST, context);
    }

    @Override
    public void interceptAfterEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, TestRun.Part.AROUND, context);
    }

    @Override
    public void interceptAfterAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, TestRun.Part.AROUND, context);
    }

    private static <T> T run(Invocation<T> invocation, TestRun.Part part, ExtensionContext context) throws Throwable {
        SharedLoop loop = TestLoops.of(context).orElse(null);
        return loop == null ? invocation.proceed() : loop.run(invocation, part);
    }
}
