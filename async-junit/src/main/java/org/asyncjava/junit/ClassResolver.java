package org.asyncjava.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes a node of a class that has tests. */
final class ClassResolver implements SelectorResolver {
    static final String SEGMENT = "class";

    private final Predicate<String> nameFilter;

    ClassResolver(Predicate<String> nameFilter) {
        this.nameFilter = nameFilter;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return nameFilter.test(selector.getClassName()) ? resolve(selector.getJavaClass(), context) : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId.Segment last = selector.getUniqueId().getLastSegment();
        if (!SEGMENT.equals(last.getType())) {
            return Resolution.unresolved();
        }
        return ReflectionSupport.tryToLoadClass(last.getValue()).toOptional().map(found -> resolve(found, context))
                .orElseGet(Resolution::unresolved);
    }

    private static Resolution resolve(Class<?> testClass, Context context) {
        if (!AsyncTestMethods.isTestClass(testClass)) {
            return Resolution.unresolved();
        }
        return context.addToParent(parent -> Optional.of(new ClassDescriptor(parent.getUniqueId().append(SEGMENT, testClass.getName()), testClass)))
                .map(node -> Resolution.match(Match.exact(node, () -> methods(testClass))))
                .orElseGet(Resolution::unresolved);
    }

    private static Set<? extends DiscoverySelector> methods(Class<?> testClass) {
        return AsyncTestMethods.of(testClass).stream().map(method -> selectMethod(testClass, method))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
