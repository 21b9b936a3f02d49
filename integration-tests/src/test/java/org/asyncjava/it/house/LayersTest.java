package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The runtime's one package is laid in layers: what a class refers to stands in its own layer or below. As packages they would cost fields in
 * every coroutine, so that the lists are here. That a sealed class names whom it permits is no use of them.
 */
class LayersTest {
    /** From the bottom to the top. */
    private enum Layer {
        /** What belongs to a thread or goes along with a call, and what needs nothing else. */
        CONTEXT("""
                Carriers Context ContextCallback ContextCarrier ContextVar DaemonTimer DefaultDispatch Dispatcher ExecutorDispatcher ExecutorHost FailureLog
                HostedLoops InContext LoopHost Nanos PrintableFailure ReadyQueue ShortText Sneaky StrandHost SwingHost ThreadState Timers TracePrinter VirtualThreads WeakList"""),
        /** What is noted for whoever looks for a mistake. */
        DEBUG("""
                CallTimes CreationSite CreationSites CreationTrace Debug FailureContext GeneratedFrames PlainFrames ProgramCalls TraceEnds"""),
        /** Calls that are suspended and go on, and what they wait for. */
        ENGINE("""
                Asked AsyncCloseable AsyncConsumer AsyncFunction AsyncSupplier AwaiterWait Blocking Callback CallbackWait Chain Closing ClosingSignal ColdSteps ContextDispatcher Continuation Coroutine DetachedResumption
                Dispatch Driver DroppedFailure FailedCoroutine FoldedTrace Follower GeneratorCall GeneratorSteps HeardOnce HotCall HotCancel HotContinuation HotDependent HotDrive HotFields
                HotResumption HotState HotSteps InPlace LaterRuns LogicalTrace Loop LoopCalls LoopFutureView NeverAwaited NeverClosed OnceResumption Operand Operands OwnFuture
                RawFailure RefusedAwaiter Sleep SlowCallbacks SourcePosition StageOutcome StageWait StepWatch SuppliedOutcome SuspendedMethods TailCalls
                Trampoline Unawaited UnheardFailure ValueCoroutine WakeUp WatchedFailure YieldNow"""),
        /** Tasks, futures and callbacks, and who runs them when. */
        LOOP("""
                Alarm AlarmClock Branches CallOnLoop CancelOnLoop CancelWalk Children Chooser ClosableCall DefaultExecutor Deferred DoneCallback EventLoop ExceptionHandling ExecutorCall Exploration Failure FlightRecording FutureText FutureView
                Gather GivenSwitches GroupEnd GroupMember Handle HeardStage HostKind HostTurns Inbox Injection InvalidStateException JointWait LeftOpen Lender LimitedWait LiveLoops LiveTasks LoopBinding LoopClock LoopEnd LoopFuture LoopFutureAwaiter
                LoopGroup LoopRecorder LoopReports LoopTasks Moment OpenGenerators Outcome OutsideCall OutsideWaiter OwnThread Pump RandomPriorities RandomWalk RunEntries Runner Schedule Scheduler ScopeCall Search SentHandle Shrinking Signals
                SlowCallbackEvent SoonHandle SteeredRun Steering StrandFuture Stuck SuspensionEvent Takers Task TaskAttributes TaskEvent TaskOptions TaskRecord TestFindings TestLoop TestThreads ThreadTurn TimerHandle TraceOfRun Turns UnretrievedFailure UnretrievedFailures ViewLink VirtualClock WaitQueue WaitTimer Waiter WorkElsewhere"""),
        /** Locks, queues and what else tasks meet at. */
        SYNCHRONISATION("""
                AsyncBarrier AsyncCondition AsyncEvent AsyncLock AsyncSemaphore BarrierBrokenException Buffer Heap Held Items Permits QueueEmptyException
                QueueFullException QueueShutDownException SortedItems UnsortedItems"""),
        /** Elements that have to be waited for. */
        ELEMENTS("""
                AsyncGeneratorCall AsyncGeneratorSteps AsyncIterable AsyncIterator AsyncQueue Each Operators Producers"""),
        /** What waits for several, or for a time, and the front door. */
        SCOPES("""
                AsCompleted AsyncExitStack AsyncTimeoutException Combinators Combined Concurrently Coroutines ExceptionGroup Function3 Function4 GroupSplit ItemSource JointGather JointOutcomes
                JointRace JointWaiting Race ScopeOwner Shield ShieldedStage StageOperands StageView TaskGroup TimedOut Timeout Waited Waiting"""),
        /** What looks at all of them from outside. */
        OBSERVATION("""
                Circles CoroutineDump DeadlockWatch DumpJson DumpReports DumpText DumpedCall DumpedFrame DumpedLocal DumpedLoop DumpedWait FramesOfCalls LagProbe Lags LocalsOfCalls LoopReport LoopsBean LoopsMXBean
                LoopsRegistration LostResults RareLooks Snapshot SpilledReferences Standstill Waits""");

        private final List<String> types;

        Layer(String types) {
            this.types = Arrays.asList(types.split("\\s+"));
        }

        /** The layer of a type; null if it is in none. */
        static Layer of(String type) {
            return Arrays.stream(values()).filter(layer -> layer.types.contains(type)).findFirst().orElse(null);
        }
    }

    private static final String PACKAGE = "org.asyncjava.runtime";

    private static final List<JavaClass> RUNTIME = new ClassFileImporter().importPaths(Path.of("..", "async-runtime", "target", "classes"))
            .stream().filter(type -> type.getPackageName().equals(PACKAGE) && !type.getSimpleName().equals("package-info")).toList();

    @Test
    void everyTypeStandsInExactlyOneLayer() {
        List<String> listed = Arrays.stream(Layer.values()).flatMap(layer -> layer.types.stream()).toList();
        Set<String> present = RUNTIME.stream().map(LayersTest::fileOf).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(present);
    }

    @Test
    void noArrowLeadsToAHigherLayer() {
        List<String> upwards = new ArrayList<>();
        int arrows = 0;
        for (JavaClass type : RUNTIME) {
            Layer own = Layer.of(fileOf(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().equals(PACKAGE)) {
                    arrows++;
                    Layer other = Layer.of(fileOf(target));
                    if (own != null && other != null && other.compareTo(own) > 0) {
                        upwards.add(own + " -> " + other + ": " + dependency.getDescription());
                    }
                }
            }
        }
        assertThat(arrows).isPositive();
        assertThat(upwards).isEmpty();
    }

    /** The top-level type in whose file a type stands. */
    private static String fileOf(JavaClass type) {
        return type.getName().substring(PACKAGE.length() + 1).replaceFirst("\\$.*", "");
    }
}
