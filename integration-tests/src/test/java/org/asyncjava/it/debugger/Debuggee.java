package org.asyncjava.it.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program in a JVM of the running JDK that stops where it is told to. For one thread. */
final class Debuggee implements AutoCloseable {
    private static final long MILLISECONDS = 60_000;

    private final VirtualMachine machine;
    private final List<Integer> lines;
    private final Map<String, String> methods = new HashMap<>();
    private ThreadReference stopped;

    private Debuggee(VirtualMachine machine, List<Integer> lines) {
        this.machine = machine;
        this.lines = lines;
    }

    /** Starts a program, which stands before its first instruction then; it will stop at each of the lines of its main class. */
    static Debuggee launched(String classPath, String main, Integer... lines) {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("home").setValue(System.getProperty("java.home"));
        arguments.get("options").setValue("-XX:TieredStopAtLevel=1 -Xverify:all -cp \"" + classPath + "\"");
        arguments.get("main").setValue(main);
        try {
            Debuggee debuggee = new Debuggee(connector.launch(arguments), List.of(lines));
            debuggee.waitFor(main);
            return debuggee;
        } catch (IOException | IllegalConnectorArgumentsException | VMStartException notStarted) {
            throw new IllegalStateException(notStarted);
        }
    }

    private void waitFor(String type) {
        ClassPrepareRequest loading = machine.eventRequestManager().createClassPrepareRequest();
        loading.addClassFilter(type);
        loading.enable();
    }

    /** Will stop where a method of a class begins that has not been loaded yet. */
    void stopIn(String type, String method) {
        methods.put(type, method);
        waitFor(type);
    }

    /** The stack, innermost first. */
    List<StackFrame> stack() {
        try {
            return stopped.frames();
        } catch (IncompatibleThreadStateException running) {
            throw new IllegalStateException(running);
        }
    }

    /** Lets the program run; empty when it has ended. */
    Optional<Stop> resumed() {
        if (stopped != null) {
            machine.resume();
        }
        return nextStop();
    }

    /** Steps over what stands in the line. */
    Stop steppedOver() {
        return stepped(StepRequest.STEP_OVER);
    }

    /** Steps into what the line calls, as debuggers do that are told not to step into the JDK and the library. */
    Stop steppedInto() {
        return stepped(StepRequest.STEP_INTO);
    }

    private Stop stepped(int depth) {
        StepRequest step = machine.eventRequestManager().createStepRequest(stopped, StepRequest.STEP_LINE, depth);
        step.addClassExclusionFilter("java.*");
        step.addClassExclusionFilter("jdk.*");
        step.addClassExclusionFilter("sun.*");
        step.addClassExclusionFilter("org.asyncjava.*");
        step.addCountFilter(1);
        step.enable();
        machine.resume();
        Stop stop = nextStop().orElseThrow(() -> new AssertionError("the program ended instead of stepping"));
        machine.eventRequestManager().deleteEventRequest(step);
        return stop;
    }

    /** Gives another value to a visible variable. */
    void set(String variable, int value) {
        try {
            StackFrame frame = stopped.frame(0);
            frame.setValue(frame.visibleVariableByName(variable), machine.mirrorOf(value));
        } catch (IncompatibleThreadStateException | InvalidTypeException | ClassNotLoadedException | AbsentInformationException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The value of {@code this.method(variable)}. */
    String evaluated(String method, String variable) {
        try {
            StackFrame frame = stopped.frame(0);
            ObjectReference self = frame.thisObject();
            Value argument = frame.getValue(frame.visibleVariableByName(variable));
            Method called = self.referenceType().methodsByName(method).get(0);
            return self.invokeMethod(stopped, called, List.of(argument), ObjectReference.INVOKE_SINGLE_THREADED).toString();
        } catch (IncompatibleThreadStateException | InvalidTypeException | ClassNotLoadedException | InvocationException | AbsentInformationException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Steps over what stands in the line, and on through generated code, which has no lines. */
    Stop steppedToALine() {
        Stop stop = steppedOver();
        while (stop.line() < 0) {
            stop = steppedOver();
        }
        return stop;
    }

    private Optional<Stop> nextStop() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove(MILLISECONDS);
                if (events == null) {
                    throw new AssertionError("neither a stop nor the end after " + MILLISECONDS + " ms");
                }
                for (Event event : events) {
                    if (event instanceof BreakpointEvent || event instanceof StepEvent) {
                        stopped = ((LocatableEvent) event).thread();
                        return Optional.of(Stop.at((LocatableEvent) event));
                    }
                    if (event instanceof ClassPrepareEvent prepared) {
                        breakIn(prepared.referenceType());
                    }
                    if (event instanceof VMDisconnectEvent) {
                        return Optional.empty();
                    }
                }
                events.resume();
            }
        } catch (InterruptedException | VMDisconnectedException unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }

    private void breakIn(ReferenceType type) {
        if (methods.containsKey(type.name())) {
            type.methodsByName(methods.get(type.name())).stream().filter(method -> method.declaringType().equals(type)).forEach(method -> machine.eventRequestManager().createBreakpointRequest(method.location()).enable());
            return;
        }
        try {
            for (int line : lines) {
                for (Location location : type.locationsOfLine(line)) {
                    machine.eventRequestManager().createBreakpointRequest(location).enable();
                }
            }
        } catch (AbsentInformationException compiledWithoutLines) {
            throw new IllegalStateException(compiledWithoutLines);
        }
    }

    @Override
    public void close() {
        machine.process().destroyForcibly();
    }
}
