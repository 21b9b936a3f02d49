package org.asyncjava.transformer.observe;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running JVM that was started with nothing special. */
public final class OtherProcess {
    private static final String SIGNALS_CAUGHT = "SigCgt:";
    private static final int SIGQUIT = 3;

    private final long id;

    /**
     * Names a process.
     *
     * @param id its number
     */
    public OtherProcess(long id) {
        this.id = id;
    }

    /**
     * Loads the agent into that process, once for all that is asked.
     *
     * @return where to ask
     * @throws IOException when that process cannot be looked at; with what to do
     */
    public Observation observe() throws IOException {
        refuseWhatWouldBeHarmed();
        try (Delivery delivery = new Delivery()) {
            return observe(delivery);
        } catch (NoClassDefFoundError noAttach) {
            throw new IOException("this needs the module jdk.attach, which is in every JDK", noAttach);
        }
    }

    private Observation observe(Delivery delivery) throws IOException {
        try {
            load(delivery);
            return new Observation(this, delivery.collected());
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException | IOException refused) {
            throw isAlive() ? new IOException("process " + id + " does not let itself be looked at (" + refused.getMessage() + "); it must be a JVM of the same user,"
                    + " without -XX:-EnableDynamicAgentLoading and -XX:+DisableAttachMechanism", refused) : hasEnded();
        }
    }

    private void load(Delivery delivery) throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        VirtualMachine process = VirtualMachine.attach(toString());
        try {
            process.loadAgent(delivery.agent(), delivery.address());
        } finally {
            process.detach();
        }
    }

    /** Attaching begins with a signal that ends whoever does not expect it. */
    private void refuseWhatWouldBeHarmed() throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(id).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            throw new IOException("there is no process " + id);
        }
        Optional<String> owner = process.get().info().user();
        Optional<String> own = ProcessHandle.current().info().user();
        if (owner.isPresent() && own.isPresent() && !owner.equals(own)) {
            throw new IOException("process " + id + " belongs to " + owner.get() + ": only " + owner.get() + " can look at it");
        }
        if (!expectsSignal()) {
            throw new IOException("process " + id + " is no JVM, or one that was started with -Xrs or a moment ago");
        }
    }

    private boolean expectsSignal() throws IOException {
        Path status = Path.of("/proc", toString(), "status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(SIGNALS_CAUGHT)) {
                    return new BigInteger(line.substring(SIGNALS_CAUGHT.length()).strip(), 16).testBit(SIGQUIT - 1);
                }
            }
        }
        List<VirtualMachineDescriptor> known = VirtualMachine.list();
        return known.stream().anyMatch(each -> each.id().equals(toString()));
    }

    private boolean isAlive() {
        return ProcessHandle.of(id).filter(ProcessHandle::isAlive).isPresent();
    }

    ProcessEndedException hasEnded() {
        return new ProcessEndedException(id);
    }

    @Override
    public String toString() {
        return Long.toString(id);
    }
}
