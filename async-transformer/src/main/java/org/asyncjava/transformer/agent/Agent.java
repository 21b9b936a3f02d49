package org.asyncjava.transformer.agent;

import java.lang.instrument.Instrumentation;

/**
 * The entry points of the Java agent, called by the JVM.
 *
 * <p>Neither of them ever throws: an agent that cannot start says so in one line, and the application runs without it.
 *
 * <p>Whatever runs in every JVM with the agent, which is this class and those that it uses before there is an async class, does without lambdas,
 * streams, regular expressions and concatenated strings: in a young JVM each of them costs more than all the rest.
 */
public final class Agent {
    private static boolean started;

    private Agent() {
    }

    /**
     * Starts with the JVM ({@code -javaagent}).
     *
     * @param arguments see {@link AgentOptions#parse}; null for none
     * @param jvm the JVM's side
     */
    public static void premain(String arguments, Instrumentation jvm) {
        start(arguments, jvm);
    }

    /**
     * Starts in a JVM that runs already. Async classes that are loaded by then stay as they are and are reported by name.
     *
     * @param arguments see {@link AgentOptions#parse}; null for none
     * @param jvm the JVM's side
     */
    public static void agentmain(String arguments, Instrumentation jvm) {
        start(arguments, jvm);
    }

    private static synchronized void start(String arguments, Instrumentation jvm) {
        AgentLog log = new AgentLog(AgentLog.Level.FAILURES);
        try {
            if (started) {
                log.say("is active in this JVM already");
                return;
            }
            started = true;
            AgentOptions options = AgentOptions.parse(arguments == null ? "" : arguments);
            install(options, new AgentLog(options.log()), jvm);
        } catch (AgentOptions.UnknownOptionException unknown) {
            log.say("is not active: " + unknown.getMessage());
        } catch (Throwable unforeseen) {
            log.say("is not active: " + unforeseen);
        }
    }

    /**
     * Unless asked otherwise the transformer is registered as capable of retransformation: such ones run after all others, so JaCoCo's
     * agent sees the classes that its report will see, in whatever order the two agents stand on the command line.
     */
    private static void install(AgentOptions options, AgentLog log, Instrumentation jvm) {
        AgentOptions possible = options.withPossibleDump(log);
        ClassTransformation transformation = new ClassTransformation(possible, jvm);
        jvm.addTransformer(new LoadTimeTransformer(possible, transformation, log), possible.order() == AgentOptions.Order.LAST);
        LoadedClasses.report(jvm, possible, transformation, log);
    }
}
