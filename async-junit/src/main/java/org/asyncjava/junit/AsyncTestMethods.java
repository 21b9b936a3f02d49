package org.asyncjava.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;

/** Which classes and methods are tests, and what their annotations say. */
final class AsyncTestMethods {
    private AsyncTestMethods() {
    }

    static boolean isTestClass(Class<?> candidate) {
        boolean instantiable = !Modifier.isAbstract(candidate.getModifiers())
                && (candidate.getEnclosingClass() == null || Modifier.isStatic(candidate.getModifiers()));
        return instantiable && !of(candidate).isEmpty();
    }

    static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, AsyncTest.class) && !Modifier.isAbstract(method.getModifiers()) && !method.isBridge();
    }

    static List<Method> of(Class<?> testClass) {
        return ReflectionSupport.findMethods(testClass, AsyncTestMethods::isTest, HierarchyTraversalMode.TOP_DOWN);
    }

    /** What is wrong with a test method; null if nothing is. */
    static String faultOf(Method method) {
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        if (Modifier.isStatic(method.getModifiers()) || Modifier.isPrivate(method.getModifiers())) {
            return "@AsyncTest method " + name + " must be neither static nor private";
        }
        if (!Awaitable.class.isAssignableFrom(method.getReturnType())) {
            return "@AsyncTest method " + name + " must return a Coroutine, not " + method.getReturnType().getName();
        }
        if (method.getParameterCount() > 1 || method.getParameterCount() == 1 && method.getParameterTypes()[0] != TestLoop.class) {
            return "@AsyncTest method " + name + " may have no parameter but a TestLoop";
        }
        return null;
    }

    static String displayName(AnnotatedElement element, String otherwise) {
        return AnnotationSupport.findAnnotation(element, DisplayName.class).map(DisplayName::value).orElse(otherwise);
    }

    static Set<TestTag> tags(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream().map(tag -> TestTag.create(tag.value().strip()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
