package org.asyncjava.it.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Does with a file of capture points what IntelliJ IDEA's debugger says that it does: where a capture point begins, the stack is kept for the value of its key
 * expression; where an insertion point stands on a stack whose key has one, that takes the place of the rest.
 */
final class CapturePoints {
    /** A method, and the expression for its key: {@code this} or a parameter. */
    record Place(String type, String method, String key) {
        private static Place of(Element point, String prefix, String key) {
            return new Place(point.getAttribute(prefix + "class-name"), point.getAttribute(prefix + "method-name"), point.getAttribute(key));
        }

        private boolean isOf(StackFrame frame) {
            return frame.location().declaringType().name().equals(type) && frame.location().method().name().equals(method);
        }

        private ObjectReference value(StackFrame frame) {
            try {
                return key.equals("this") ? frame.thisObject() : (ObjectReference) frame.getValue(frame.visibleVariableByName(key));
            } catch (AbsentInformationException compiledWithoutVariables) {
                throw new IllegalStateException(compiledWithoutVariables);
            }
        }
    }

    private final List<Place> captures = new ArrayList<>();
    private final List<Place> insertions = new ArrayList<>();
    private final Map<Long, List<StackFrameText>> kept = new HashMap<>();

    /** A frame as text, since a frame is of no use once the program goes on. */
    record StackFrameText(String type, String method, int line) {
        private static StackFrameText of(StackFrame frame) {
            return new StackFrameText(frame.location().declaringType().name(), frame.location().method().name(), frame.location().lineNumber());
        }
    }

    static CapturePoints of(Path file) throws IOException, ParserConfigurationException, SAXException {
        NodeList points = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("capture-point");
        CapturePoints read = new CapturePoints();
        IntStream.range(0, points.getLength()).mapToObj(i -> (Element) points.item(i)).forEach(point -> {
            read.captures.add(Place.of(point, "", "capture-key-expression"));
            read.insertions.add(Place.of(point, "insert-", "insert-key-expression"));
        });
        return read;
    }

    void stopIn(Debuggee debuggee) {
        captures.forEach(place -> debuggee.stopIn(place.type, place.method));
    }

    /** Keeps the stack if it stands where one is to be kept. */
    boolean captures(List<StackFrame> stack) {
        for (Place place : captures) {
            if (place.isOf(stack.get(0))) {
                kept.put(place.value(stack.get(0)).uniqueID(), frames(stack));
                return true;
            }
        }
        return false;
    }

    /** A stack as the debugger shows it. */
    List<StackFrameText> frames(List<StackFrame> stack) {
        List<StackFrameText> frames = new ArrayList<>();
        for (StackFrame frame : stack) {
            frames.add(StackFrameText.of(frame));
            for (Place place : insertions) {
                ObjectReference key = place.isOf(frame) ? place.value(frame) : null;
                if (key != null && kept.containsKey(key.uniqueID())) {
                    frames.addAll(kept.get(key.uniqueID()));
                    return frames;
                }
            }
        }
        return frames;
    }
}
