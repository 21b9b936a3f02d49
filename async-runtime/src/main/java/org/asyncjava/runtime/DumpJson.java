package org.asyncjava.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A dump as JSON, see docs/observing.md for what stands where. */
final class DumpJson {
    private final Snapshot snapshot;
    private final StringBuilder json = new StringBuilder();
    private final Map<Object, Integer> ids = new IdentityHashMap<>();

    private DumpJson(Snapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.calls().forEach(call -> ids.put(call.call(), ids.size() + 1));
    }

    static String of(Snapshot snapshot) {
        DumpJson dump = new DumpJson(snapshot);
        dump.json.append("{\"version\":1,\"debug\":").append(Debug.ENABLED).append(",\"loops\":");
        dump.list(snapshot.loops(), dump::loop);
        dump.json.append(",\"calls\":");
        dump.list(snapshot.calls(), dump::call);
        dump.json.append(",\"deadlocks\":");
        dump.list(Circles.of(snapshot), circle -> dump.list(circle, each -> dump.json.append(dump.ids.get(each.call()))));
        return dump.json.append("}").toString();
    }

    private void loop(DumpedLoop loop) {
        json.append("{\"number\":").append(loop.number()).append(",\"kind\":");
        string(loop.kind());
        json.append(",\"thread\":");
        string(loop.thread());
        json.append(",\"state\":");
        string(loop.state());
        json.append(",\"step\":");
        list(loop.step(), this::step);
        json.append("}");
    }

    private void call(DumpedCall call) {
        json.append("{\"id\":").append(ids.get(call.call())).append(",\"kind\":\"").append(call.call() instanceof Task ? "task" : "method").append("\",\"name\":");
        string(call.name());
        json.append(",\"loop\":").append(call.loop()).append(",\"state\":");
        string(call.place().state());
        json.append(",\"waitsFor\":");
        string(call.waitsFor());
        json.append(",\"created\":");
        string(call.past().created());
        milliseconds("age", call.past().age());
        milliseconds("waited", call.past().waited());
        json.append(",\"awaits\":");
        list(call.awaited().stream().map(ids::get).filter(id -> id != null).toList(), json::append);
        json.append(",\"stack\":");
        list(call.stack(), this::frame);
        json.append("}");
    }

    /** Nothing where it is not known. */
    private void milliseconds(String name, long nanos) {
        if (nanos >= 0) {
            json.append(",\"").append(name).append("\":").append(TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }

    private void frame(DumpedFrame frame) {
        position(frame.position());
        if (!frame.locals().isEmpty()) {
            json.append(",\"locals\":");
            list(frame.locals(), this::local);
        }
        json.append("}");
    }

    private void local(DumpedLocal local) {
        json.append("{\"name\":");
        string(local.name());
        json.append(",\"value\":");
        string(local.value());
        json.append("}");
    }

    private void step(StackTraceElement frame) {
        position(frame);
        json.append("}");
    }

    private void position(StackTraceElement frame) {
        json.append("{\"class\":");
        string(frame.getClassName());
        json.append(",\"method\":");
        string(frame.getMethodName());
        json.append(",\"file\":");
        string(frame.getFileName() == null ? "" : frame.getFileName());
        json.append(",\"line\":").append(Math.max(0, frame.getLineNumber()));
    }

    private <T> void list(List<T> elements, Consumer<? super T> write) {
        json.append("[");
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                json.append(",");
            }
            write.accept(elements.get(i));
        }
        json.append("]");
    }

    private void string(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
