package org.asyncjava.compiler.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.CallSite;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Violation;
import org.asyncjava.rules.flow.CodeEvents;

/**
 * One way through a source. It is told of classes, their members and what their code does, and asks the rules. Code in a lambda of which it
 * is not known whether it is async breaks no rule that depends on it. For one thread.
 *
 * @param <N> what represents a node of the source
 */
public final class CodeWalk<N> implements CodeEvents<N> {
    private static final String ALL_RULES = "async";

    private final Code<N> source;
    private final Calls<N> calls;
    private final Riddles<N> riddles;
    private final Declarations<N> declarations;
    private final Sights<N> sights;
    private final AsyncBodies<N> bodies;
    private final List<Finding<N>> found = new ArrayList<>();
    private N async;
    private String owner;
    private boolean isLocalClass;
    private N head;
    private Frame frame;

    /**
     * Begins a walk.
     *
     * @param source reads code
     * @param calls knows what is called
     * @param riddles knows what compilers refuse
     * @param declarations reads classes
     * @param sights told of what is in order
     */
    public CodeWalk(Code<N> source, Calls<N> calls, Riddles<N> riddles, Declarations<N> declarations, Sights<N> sights) {
        this.source = source;
        this.calls = calls;
        this.riddles = riddles;
        this.declarations = declarations;
        this.sights = sights;
        this.bodies = new AsyncBodies<>(source, calls);
    }

    /**
     * What is wrong with what has been told.
     *
     * @return in the order of the source; without warnings that the source suppresses
     */
    public List<Finding<N>> found() {
        return List.copyOf(found);
    }

    /**
     * A method or lambda that is to be transformed.
     *
     * @return one of those told of
     */
    public Optional<N> async() {
        return Optional.ofNullable(async);
    }

    /**
     * The class whose members are being told of.
     *
     * @return its name, with dots; null outside of classes
     */
    public String owner() {
        return owner;
    }

    @Override
    public void type(N type) {
        declarations.tell(type, this);
    }

    /**
     * A class. A member begins anew; a local or anonymous class stands in the code around it.
     *
     * @param name its name, with dots
     * @param isLocal whether it is a local or anonymous one
     * @param members tells of what it has
     */
    public void type(String name, boolean isLocal, Runnable members) {
        String outerOwner = owner;
        boolean outerIsLocal = isLocalClass;
        Frame outer = frame;
        owner = name;
        isLocalClass = isLocal;
        frame = isLocal ? frame : null;
        members.run();
        owner = outerOwner;
        isLocalClass = outerIsLocal;
        frame = outer;
    }

    /**
     * A method of the class.
     *
     * @param declaration the method
     */
    public void method(N declaration) {
        DeclaredMethod<N> method = declarations.method(declaration, owner);
        method.mark().ifPresent(mark -> mark.broken().forEach(violation -> report(violation, declaration)));
        boolean isLegal = method.mark().filter(Mark::isLegal).isPresent();
        method.body().ifPresent(body -> {
            Enclosure.Kind kind = isLocalClass ? Enclosure.Kind.LOCAL_CLASS_METHOD : Enclosure.Kind.METHOD;
            Enclosure.Code code = method.mark().map(Mark::code).orElse(Enclosure.Code.PLAIN);
            Enclosure at = new Enclosure(kind, owner, method.name(), code, method.namesake());
            boolean awaits = isLegal && awaits(body);
            declarations.brokenByAnnotations(declaration, at, awaits).forEach(violation -> report(violation, declaration));
            inFrame(at, false, () -> {
                if (method.isSynchronized()) {
                    frame.enterMonitor();
                }
                source.tell(body, this);
                if (isLegal) {
                    marked(body, declaration, awaits);
                }
            });
        });
    }

    private boolean awaits(N body) {
        return OwnCode.calls(source, body, call -> calls.marker(call).isPresent());
    }

    /** Whether code closes by awaiting, if it is async: of a lambda nothing else has to tell that it is. */
    private boolean closes(N body) {
        return OwnCode.callsOrTries(source, body, calls::closesResource,
                statement -> calls.resources(statement).stream().anyMatch(resource -> resource.hiddenAs().isEmpty()));
    }

    private void inFrame(Enclosure at, boolean isUnsure, Runnable code) {
        Frame outer = frame;
        frame = new Frame(at, isUnsure, outer);
        code.run();
        frame = outer;
    }

    /**
     * A constructor of the class, or code that is part of each constructor.
     *
     * @param code tells of the code
     */
    public void constructor(Runnable code) {
        inFrame(new Enclosure(Enclosure.Kind.CONSTRUCTOR, owner, "<init>", false), false, code);
    }

    /**
     * Code that runs when the class is initialised.
     *
     * @param code tells of the code
     */
    public void staticInitialiser(Runnable code) {
        inFrame(new Enclosure(Enclosure.Kind.INITIALISER, owner, "<clinit>", false), false, code);
    }

    @Override
    public void lambda(N lambda) {
        N body = declarations.body(lambda);
        LambdaNature nature = declarations.nature(lambda);
        boolean awaits = awaits(body);
        Enclosure.Code code = nature.code() != Enclosure.Code.PLAIN && (awaits || closes(body)) ? nature.code() : Enclosure.Code.PLAIN;
        Enclosure at = new Enclosure(Enclosure.Kind.LAMBDA, owner, frame.enclosure().method(), code, Optional.empty());
        inFrame(at, nature == LambdaNature.UNSURE, () -> {
            if (nature == LambdaNature.VOID) {
                discarded(body);
            }
            source.tell(body, this);
            if (code != Enclosure.Code.PLAIN) {
                marked(body, lambda, awaits);
            }
        });
    }

    private void marked(N body, N declaration, boolean awaits) {
        async = declaration;
        boolean isGenerator = frame.enclosure().code().isGenerator();
        boolean isEntry = frame.enclosure().code() == Enclosure.Code.ENTRY;
        if (!isEntry) {
            (isGenerator ? bodies.ends(body, frame) : bodies.returns(body, frame)).forEach(this::report);
            riddles.atEnd(body, declaration, frame).forEach(this::report);
        }
        if (awaits) {
            bodies.awaits(body, frame).forEach(this::report);
        } else if (!isGenerator && !isEntry && declarations.isValue(declaration, owner)) {
            report(AwaitRule.ASYNC_WITHOUT_AWAIT.violation(frame.enclosure(), source.position(declaration), frame.enclosure().display()), declaration);
        }
    }

    @Override
    public void synchronised(Runnable lock, Runnable body) {
        lock.run();
        frame.enterMonitor();
        body.run();
        frame.exitMonitor();
    }

    @Override
    public void returned(N statement, Optional<N> value, Runnable operands) {
        riddle(statement);
        operands.run();
    }

    @Override
    public void attempt(Attempt<N> attempt) {
        riddle(attempt.statement());
        calls.resources(attempt.statement()).forEach(this::resource);
        CodeEvents.super.attempt(attempt);
    }

    private void resource(AsyncResource<N> resource) {
        boolean isAwaited = frame.enclosure().code().takes(Marker.CLOSE);
        if (frame.isUnsure() || !isAwaited && !resource.inheritsClose()) {
            return;
        }
        if (resource.hiddenAs().isEmpty()) {
            marker(Marker.CLOSE, resource.at());
        } else {
            misused(resource.at(), misuse -> misuse.hidden(resource.type(), resource.hiddenAs().get()));
        }
    }

    private void misused(N at, Function<Misuse, Violation> what) {
        report(what.apply(new Misuse(frame.enclosure(), source.position(at))), at);
    }

    @Override
    public void loopOver(N elements, Runnable evaluate, Runnable body) {
        head = source.inside(elements);
        evaluate.run();
        body.run();
    }

    private void riddle(N node) {
        riddles.at(node, frame).forEach(this::report);
    }

    @Override
    public void call(N call, N target, Runnable operands) {
        riddle(call);
        Optional<Marker> marker = calls.marker(call);
        if (marker.isPresent()) {
            marker(marker.get(), source.name(call));
            if (marker.get() == Marker.EACH && call != head && frame.enclosure().code().takes(Marker.EACH)) {
                misused(source.name(call), Misuse::eachOutsideOfHead);
            }
        } else {
            sights.calls(call);
            if (frame.enclosure().async()) {
                inAsyncCode(call);
            }
        }
        operands.run();
    }

    private void inAsyncCode(N call) {
        if (frame.holdsMonitor() && calls.closesResource(call)) {
            marker(Marker.CLOSE, source.name(call));
        }
        if (CallSite.mayBlock(calls.name(call)) || calls.isEntry(call)) {
            blocking(call);
        }
    }

    private void marker(Marker marker, N at) {
        if (frame.isUnsure()) {
            return;
        }
        Optional<Violation> broken = new AwaitSite(frame.chain(), marker, frame.holdsMonitor(), source.position(at)).violation();
        broken.filter(violation -> !frame.isUnsureAround() || violation.rule() == AwaitRule.AWAIT_HOLDING_MONITOR)
                .ifPresent(violation -> report(violation, at));
        if (broken.isEmpty() && marker.suspends()) {
            sights.suspends(marker, at);
        }
    }

    @Override
    public void creation(N creation, Runnable operands) {
        if (frame.enclosure().async()) {
            blocking(creation);
        }
        operands.run();
    }

    private void blocking(N call) {
        N name = source.name(call);
        calls.callee(call).flatMap(callee -> new CallSite(frame.enclosure(), callee, false, source.position(name)).violationByBlocking())
                .ifPresent(violation -> report(violation, name));
    }

    @Override
    public void discarded(N value) {
        N call = source.inside(value);
        if (calls.startsAsyncWork(call)) {
            N name = source.name(call);
            calls.callee(call).flatMap(callee -> new CallSite(frame.enclosure(), callee, true, source.position(name)).violationByDropping())
                    .ifPresent(violation -> report(violation, name));
        } else {
            calls.resources(call).stream().filter(AsyncResource::inheritsClose)
                    .forEach(resource -> misused(source.name(resource.at()), misuse -> misuse.unclosed(resource.type())));
        }
    }

    @Override
    public void reference(N reference, Runnable operands) {
        Optional<Marker> marker = calls.marker(reference);
        if (marker.isPresent()) {
            report(AwaitRule.REFERENCE_TO_AWAIT.violation(frame.enclosure(), source.position(reference), marker.get()), reference);
        } else if (calls.startsAsyncWork(reference) && declarations.nature(reference) == LambdaNature.VOID) {
            discarded(reference);
        }
        operands.run();
    }

    private void report(Finding<N> finding) {
        report(finding.violation(), finding.at());
    }

    /** Errors cannot be suppressed: the transformer would refuse the class. */
    private void report(Violation violation, N at) {
        AwaitRule rule = violation.rule();
        if (rule.level() == Level.ERROR || !source.suppresses(at, name -> name.equals(ALL_RULES) || name.equals(rule.code()))) {
            found.add(new Finding<>(violation, at));
        }
    }
}
