package org.asyncjava.junit;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.engine.support.hierarchical.ThrowableCollector;
import org.opentest4j.TestAbortedException;

/** One test. */
final class MethodDescriptor extends AbstractTestDescriptor implements Node<AsyncTestContext> {
    private final Class<?> testClass;
    private final Method method;

    MethodDescriptor(UniqueId id, Class<?> testClass, Method method) {
        super(id, AsyncTestMethods.displayName(method, method.getName() + "()"), MethodSource.from(testClass, method));
        this.testClass = testClass;
        this.method = method;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new HashSet<>(AsyncTestMethods.tags(testClass));
        tags.addAll(AsyncTestMethods.tags(method));
        return tags;
    }

    @Override
    public SkipResult shouldBeSkipped(AsyncTestContext context) {
        return AnnotationSupport.findAnnotation(method, Disabled.class).map(why -> SkipResult.skip(why.value())).orElse(SkipResult.doNotSkip());
    }

    @Override
    public AsyncTestContext execute(AsyncTestContext context, DynamicTestExecutor dynamic) {
        String fault = AsyncTestMethods.faultOf(method);
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
        Object instance = ReflectionSupport.newInstance(testClass);
        Lifecycle lifecycle = new Lifecycle(testClass, instance);
        ThrowableCollector failures = new ThrowableCollector(failure -> failure instanceof TestAbortedException);
        failures.execute(() -> lifecycle.before(BeforeEach.class));
        if (failures.isEmpty()) {
            failures.execute(() -> new TestRun(instance, method).run());
        }
        failures.execute(() -> lifecycle.after(AfterEach.class));
        failures.assertEmpty();
        return context;
    }
}
