package org.asyncjava.runtime;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A step that has kept its loop from all others. */
@Name("org.asyncjava.SlowCallback")
@Label("Slow Callback")
@Category("Async Java")
@Description("A step of a task, or a callback, has kept its loop for long")
@Enabled(false)
@Threshold("100 ms")
@StackTrace(false)
final class SlowCallbackEvent extends Event {
    @Label("Callback")
    String callback;
}
