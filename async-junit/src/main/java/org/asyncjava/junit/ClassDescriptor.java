package org.asyncjava.junit;

import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class with tests. */
final class ClassDescriptor extends AbstractTestDescriptor implements Node<AsyncTestContext> {
    private final Class<?> testClass;

    ClassDescriptor(UniqueId id, Class<?> testClass) {
        super(id, AsyncTestMethods.displayName(testClass, testClass.getSimpleName()), ClassSource.from(testClass));
        this.testClass = testClass;
    }

    Class<?> testClass() {
        return testClass;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
        return AsyncTestMethods.tags(testClass);
    }

    @Override
    public SkipResult shouldBeSkipped(AsyncTestContext context) {
        return AnnotationSupport.findAnnotation(testClass, Disabled.class).map(why -> SkipResult.skip(why.value())).orElse(SkipResult.doNotSkip());
    }

    @Override
    public AsyncTestContext before(AsyncTestContext context) throws Exception {
        new Lifecycle(testClass, null).before(BeforeAll.class);
        return context;
    }

    @Override
    public void after(AsyncTestContext context) throws Exception {
        new Lifecycle(testClass, null).after(AfterAll.class);
    }
}
