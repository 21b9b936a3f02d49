package org.asyncjava.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The loops of the tests and classes that run: each belongs to the context that it was made for. */
final class TestLoops {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestLoops.class);

    private TestLoops() {
    }

    /** Makes the one of a context. */
    static void begin(ExtensionContext context) {
        store(context).put(SharedLoop.class, madeFor(context));
    }

    private static SharedLoop madeFor(ExtensionContext context) {
        ExploredRun run = store(context).get(ExploredRun.class, ExploredRun.class);
        if (run != null) {
            return new SharedLoop(run);
        }
        return new SharedLoop(new TestRun.Single(isInRealTime(context) ? TestLoop.inRealTime() : new TestLoop()));
    }

    /** Says what the next invocation of a test template is. */
    static void next(ExtensionContext template, ExploredRun run) {
        store(template).put(ExploredRun.class, run);
    }

    /** The one of a context, or of the nearest around it that has one. */
    static Optional<SharedLoop> of(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(SharedLoop.class, SharedLoop.class));
    }

    /** Ends the one of a context. */
    static void end(ExtensionContext context) throws Throwable {
        SharedLoop ended = store(context).remove(SharedLoop.class, SharedLoop.class);
        if (ended != null) {
            ended.end(context.getExecutionException().isPresent());
        }
    }

    static boolean isInRealTime(ExtensionContext context) {
        return context.getTestMethod().filter(TestLoops::isInRealTime).isPresent() || isAround(context.getTestClass());
    }

    private static boolean isAround(Optional<Class<?>> testClass) {
        return testClass.filter(type -> isInRealTime(type) || isAround(Optional.ofNullable(type.getEnclosingClass()))).isPresent();
    }

    private static boolean isInRealTime(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, RealTime.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
