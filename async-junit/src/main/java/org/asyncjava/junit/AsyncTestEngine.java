package org.asyncjava.junit;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * Finds and runs the methods that are marked {@link AsyncTest}. Registered as a service; programs do not use it.
 *
 * @since 0.1.0
 */
public final class AsyncTestEngine extends HierarchicalTestEngine<AsyncTestContext> {
    private static final EngineDiscoveryRequestResolver<RootDescriptor> RESOLVER = EngineDiscoveryRequestResolver.<RootDescriptor>builder()
            .addClassContainerSelectorResolver(AsyncTestMethods::isTestClass)
            .addSelectorResolver(context -> new ClassResolver(context.getClassNameFilter()))
            .addSelectorResolver(new MethodResolver())
            .addTestDescriptorVisitor(context -> TestDescriptor::prune)
            .build();

    /** Called by the platform. */
    public AsyncTestEngine() {
    }

    @Override
    public String getId() {
        return "async-junit";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        RootDescriptor root = new RootDescriptor(uniqueId);
        RESOLVER.resolve(request, root);
        return root;
    }

    @Override
    protected AsyncTestContext createExecutionContext(ExecutionRequest request) {
        return new AsyncTestContext();
    }
}
