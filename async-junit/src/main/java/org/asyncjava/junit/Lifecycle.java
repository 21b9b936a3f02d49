package org.asyncjava.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutines;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What runs before and after tests: Jupiter's annotations, on methods without parameters. What such a method returns is awaited.
 *
 * @param testClass the class with the tests
 * @param instance null for static methods
 */
record Lifecycle(Class<?> testClass, Object instance) {
    /** Runs what is marked, that of superclasses first. */
    void before(Class<? extends Annotation> mark) {
        methods(mark, HierarchyTraversalMode.TOP_DOWN).forEach(this::call);
    }

    /** Runs what is marked, that of superclasses last. */
    void after(Class<? extends Annotation> mark) {
        methods(mark, HierarchyTraversalMode.BOTTOM_UP).forEach(this::call);
    }

    private List<Method> methods(Class<? extends Annotation> mark, HierarchyTraversalMode order) {
        return AnnotationSupport.findAnnotatedMethods(testClass, mark, order);
    }

    private void call(Method method) {
        if (ReflectionSupport.invokeMethod(method, instance) instanceof Awaitable<?> awaitable) {
            Coroutines.run(awaitable);
        }
    }
}
