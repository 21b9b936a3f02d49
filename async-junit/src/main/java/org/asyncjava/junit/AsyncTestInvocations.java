package org.asyncjava.junit;

import java.util.stream.Stream;

import org.asyncjava.runtime.Exploration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Has a method that is marked {@link AsyncTest} run once, or in as many orders as it says. */
final class AsyncTestInvocations implements TestTemplateInvocationContextProvider {
    private static final String SEED = "asyncjava.tests.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AsyncTest test = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), AsyncTest.class).orElseThrow();
        if (test.schedules() == 1 && !test.cancelEverywhere() && test.replay().isEmpty()) {
            return Stream.of(new Once(context.getDisplayName()));
        }
        if (TestLoops.isInRealTime(context)) {
            throw new JUnitException("the orders of a test are tried in virtual time, not with @RealTime");
        }
        return Invocations.of(test.replay().isEmpty()
                ? Exploration.of(test.schedules(), test.cancelEverywhere(), Long.getLong(SEED, 0)) : Exploration.replay(test.replay()), context);
    }

    /** The one invocation, which is called as its method is. */
    private record Once(String displayName) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return displayName;
        }
    }
}
