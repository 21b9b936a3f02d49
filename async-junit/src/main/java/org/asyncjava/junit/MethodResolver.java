package org.asyncjava.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.lang.reflect.Method;
import java.util.Optional;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes a node of a test method. */
final class MethodResolver implements SelectorResolver {
    static final String SEGMENT = "method";

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        Method method = selector.getJavaMethod();
        if (!AsyncTestMethods.isTest(method)) {
            return Resolution.unresolved();
        }
        return context.addToParent(() -> selectClass(selector.getJavaClass()),
                parent -> Optional.of(new MethodDescriptor(parent.getUniqueId().append(SEGMENT, name(method)), selector.getJavaClass(), method)))
                .map(node -> Resolution.match(Match.exact(node))).orElseGet(Resolution::unresolved);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        if (!SEGMENT.equals(id.getLastSegment().getType())) {
            return Resolution.unresolved();
        }
        return context.addToParent(() -> selectUniqueId(id.removeLastSegment()), parent -> descriptor(parent, id))
                .map(node -> Resolution.match(Match.exact(node))).orElseGet(Resolution::unresolved);
    }

    private static Optional<MethodDescriptor> descriptor(TestDescriptor parent, UniqueId id) {
        return parent instanceof ClassDescriptor owner
                ? find(owner.testClass(), id).map(method -> new MethodDescriptor(id, owner.testClass(), method))
                : Optional.empty();
    }

    private static Optional<Method> find(Class<?> testClass, UniqueId id) {
        String name = id.getLastSegment().getValue();
        return AsyncTestMethods.of(testClass).stream().filter(method -> name(method).equals(name)).findFirst();
    }

    private static String name(Method method) {
        return method.getName() + (method.getParameterCount() == 0 ? "()" : "(TestLoop)");
    }
}
