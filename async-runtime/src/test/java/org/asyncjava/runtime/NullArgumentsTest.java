package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every public method refuses null where it is no value, with an exception that names the parameter, before it does anything. */
class NullArgumentsTest {
    /** Public only because generated code uses them. */
    private static final Set<Class<?>> FOR_GENERATED_CODE = Set.of(AsyncGeneratorCall.class, AsyncGeneratorSteps.class, ColdSteps.class, Continuation.class,
            Driver.class, HotCall.class, GeneratorCall.class, GeneratorSteps.class, HotContinuation.class, HotResumption.class, HotSteps.class, RunEntries.class);

    /** Parameters that nobody looks at, and components of records that the runtime alone makes. */
    private static final Set<String> UNCHECKED = Set.of("Coroutines.run failure", "Each.each source", "Outcome.orElseThrow type", "FailureContext message",
            "Waited done", "Waited pending", "Split matching", "Split rest");

    /** Overridden methods whose contract is the JDK's. */
    private static final Set<String> OF_THE_JDK = Set.of("equals", "printStackTrace");

    private final Map<Class<?>, Object> samples = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    @Test
    void nullIsRefusedByName() throws Exception {
        List<Class<?>> types = publicTypes();
        try (EventLoop loop = new EventLoop(); LoopGroup group = new LoopGroup(1)) {
            samples.put(LoopGroup.class, group);
            loop.callSoon(() -> {
                try {
                    fillSamples(loop);
                    types.forEach(this::ask);
                } finally {
                    loop.stop();
                }
            });
            loop.setExceptionHandler((where, context) -> wrong.add(context.toString()));
            loop.runForever();
            loop.setExceptionHandler((where, context) -> { });
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    private static List<Class<?>> publicTypes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(EventLoop.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve("org/asyncjava/runtime"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class") && !each.endsWith("package-info.class")).sorted().toList()) {
                Class<?> type = Class.forName("org.asyncjava.runtime." + file.getFileName().toString().replace(".class", ""));
                if (Modifier.isPublic(type.getModifiers()) && !FOR_GENERATED_CODE.contains(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private void fillSamples(EventLoop loop) {
        Deferred<Object> deferred = new Deferred<>(loop);
        AsyncSupplier<Object> supplier = () -> Coroutine.of(1);
        AsyncFunction<Object, Object> function = x -> Coroutine.of(1);
        Map<Class<?>, Object> values = Map.ofEntries(Map.entry(Awaitable.class, Coroutine.of(1)), Map.entry(Coroutine.class, Coroutine.of(1)),
                Map.entry(CompletionStage.class, new CompletableFuture<>()), Map.entry(Duration.class, Duration.ofDays(1)),
                Map.entry(Collection.class, List.of(deferred)), Map.entry(Iterable.class, List.of(new CompletableFuture<>())), Map.entry(LoopFuture.class, deferred), Map.entry(EventLoop.class, loop),
                Map.entry(Executor.class, (Executor) Runnable::run), Map.entry(AsyncSupplier.class, supplier), Map.entry(AsyncFunction.class, function),
                Map.entry(AsyncConsumer.class, (AsyncConsumer<Object>) x -> Coroutine.done()), Map.entry(ContextVar.class, new ContextVar<>("x")),
                Map.entry(Context.class, new Context()), Map.entry(String.class, "x"), Map.entry(Throwable.class, new Exception("x")),
                Map.entry(Class.class, Exception.class), Map.entry(TaskOptions.class, TaskOptions.DEFAULT),
                Map.entry(TaskOptions.Start.class, TaskOptions.Start.SOON), Map.entry(Object.class, "x"), Map.entry(int.class, 1),
                Map.entry(FailureContext.class, new FailureContext("x", null, null)), Map.entry(AsyncExitStack.class, new AsyncExitStack()),
                Map.entry(AutoCloseable.class, new AsyncExitStack()), Map.entry(AsyncIterable.class, new AsyncQueue<>()),
                Map.entry(AsyncIterator.class, new AsyncQueue<>().iterator()));
        samples.putAll(values);
        Map<Class<?>, Object> functions = Map.of(Runnable.class, (Runnable) () -> { }, Callable.class, (Callable<Object>) () -> 1, Supplier.class,
                (Supplier<Object>) () -> loop, BooleanSupplier.class, (BooleanSupplier) () -> true, Consumer.class, (Consumer<Object>) x -> { },
                Predicate.class, (Predicate<Object>) x -> true, Comparator.class, Comparator.comparing(Object::toString), long.class, 1L,
                boolean.class, true, ExecutorService.class, ForkJoinPool.commonPool());
        samples.putAll(functions);
        samples.put(List.class, List.of(new Exception("x")));
        samples.put(ContextVar.Token.class, new ContextVar<>("y").set(1));
        samples.put(AsyncLock.class, new AsyncLock());
        ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(0);
        samples.put(ScheduledExecutorService.class, executor);
        samples.put(LoopHost.class, LoopHost.of(executor));
        samples.put(Outcome.class, new Outcome<>("x", null));
        samples.put(BiFunction.class, (BiFunction<Object, Object, Object>) (a, b) -> a);
        samples.put(Function3.class, (Function3<Object, Object, Object, Object>) (a, b, c) -> a);
        samples.put(Function4.class, (Function4<Object, Object, Object, Object, Object>) (a, b, c, d) -> a);
        samples.put(Function.class, (Function<Object, Exception>) x -> new Exception("x"));
        Map<Class<?>, Object> objects = Map.of(Deferred.class, deferred, Task.class, loop.createTask(Coroutine.of(1)), AsyncQueue.class, new AsyncQueue<>(),
                AsyncSemaphore.class, new AsyncSemaphore(1), AsyncCondition.class, new AsyncCondition(), ExceptionGroup.class,
                new ExceptionGroup("x", List.of(new Exception("x"))), Runner.class, new Runner(), TestLoop.class, new TestLoop(),
                Exploration.Run.class, Exploration.of(1, false, 0).next().orElseThrow());
        samples.putAll(objects);
        loop.createTask(Coroutines.withTimeout(Duration.ofDays(1), timeout -> {
            samples.put(Timeout.class, timeout);
            return Coroutine.done();
        }), TaskOptions.DEFAULT.startingAtOnce());
        loop.createTask(TaskGroup.open(group -> {
            samples.put(TaskGroup.class, group);
            return Coroutine.done();
        }), TaskOptions.DEFAULT.startingAtOnce());
    }

    private void ask(Class<?> type) {
        Stream<Executable> members = Stream.concat(Arrays.stream(type.getConstructors()), Arrays.stream(type.getDeclaredMethods()));
        members.filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic() && !Modifier.isAbstract(member.getModifiers()))
                .filter(member -> !OF_THE_JDK.contains(member.getName()) && !(type.isEnum() && member.getName().equals("valueOf")))
                .forEach(member -> {
                    for (int i = 0; i < member.getParameterCount(); i++) {
                        askWithout(member, i);
                    }
                });
    }

    private void askWithout(Executable member, int missing) {
        Parameter parameter = member.getParameters()[missing];
        String name = member.getDeclaringClass().getSimpleName() + (member instanceof Method ? "." + member.getName() : "");
        if (parameter.getType().isPrimitive() || isNullable(parameter) || UNCHECKED.contains(name + " " + parameter.getName()) || parameter.getName().startsWith("arg")) {
            return;
        }
        asked++;
        Object[] arguments = Arrays.stream(member.getParameters()).map(each -> sample(each.getType(), name)).toArray();
        arguments[missing] = null;
        try {
            if (member instanceof Method method) {
                method.invoke(Modifier.isStatic(method.getModifiers()) ? null : sample(method.getDeclaringClass(), name), arguments);
            } else {
                ((Constructor<?>) member).newInstance(arguments);
            }
            wrong.add(name + ": accepts null for " + parameter.getName());
        } catch (InvocationTargetException thrown) {
            Throwable failure = thrown.getCause();
            if (!(failure instanceof NullPointerException && parameter.getName().equals(failure.getMessage()))) {
                wrong.add(name + ": null for " + parameter.getName() + ": " + failure);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException broken) {
            wrong.add(name + ": " + broken);
        }
    }

    /** As the annotations say. */
    private static boolean isNullable(Parameter parameter) {
        AnnotatedType type = parameter.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class)
                || type.getType() instanceof TypeVariable<?> variable && variable.getAnnotatedBounds()[0].isAnnotationPresent(Nullable.class);
    }

    /** So that what is not annotated is said not to be null. */
    @Test
    void everyPublicTypeSaysWhereNullMayBe() throws Exception {
        assertThat(publicTypes()).isNotEmpty().filteredOn(type -> type.getEnclosingClass() == null)
                .allMatch(type -> type.isAnnotationPresent(NullMarked.class));
    }

    private Object sample(Class<?> type, String user) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, sample(type.getComponentType(), user));
            return array;
        }
        Object sample = samples.containsKey(type) ? samples.get(type)
                : samples.values().stream().filter(type::isInstance).findFirst().orElse(null);
        if (sample == null) {
            wrong.add(user + ": no sample of " + type);
        }
        return sample;
    }
}
