package org.asyncjava.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes stages of another library's kind: they support {@code handle} and nothing else. */
final class ForeignStages {
    private ForeignStages() {
    }

    /** A stage that has the outcome of another one. */
    @SuppressWarnings("unchecked")
    static CompletionStage<Object> of(CompletionStage<?> source, Class<?>... more) {
        List<Class<?>> types = new ArrayList<>(List.of(more));
        types.add(CompletionStage.class);
        return (CompletionStage<Object>) Proxy.newProxyInstance(ForeignStages.class.getClassLoader(), types.toArray(new Class<?>[0]),
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("handle") && method.getDeclaringClass() == CompletionStage.class) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
