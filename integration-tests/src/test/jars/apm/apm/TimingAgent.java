package apm;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/** What agents for monitoring do: advice around every method of the program. Argument: {@code retransforming} or {@code loading}. */
public class TimingAgent {
    public static final AtomicInteger CALLS = new AtomicInteger();

    public static class Timing {
        @Advice.OnMethodEnter
        static long enter() {
            return System.nanoTime();
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter long start, @Advice.Thrown Throwable thrown) {
            if (System.nanoTime() >= start) {
                CALLS.incrementAndGet();
            }
        }
    }

    public static void premain(String argument, Instrumentation jvm) {
        AgentBuilder builder = new AgentBuilder.Default().disableClassFormatChanges();
        (argument.equals("retransforming") ? builder.with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION) : builder)
                .type(ElementMatchers.nameStartsWith("demo."))
                .transform((type, description, loader, module, domain) -> type.visit(Advice.to(Timing.class).on(ElementMatchers.isMethod())))
                .installOn(jvm);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("calls timed: " + (CALLS.get() > 7))));
    }
}
