package org.asyncjava.runtime;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** The time between two steps of a task. */
@Name("org.asyncjava.Suspension")
@Label("Suspension")
@Category("Async Java")
@Description("A task has waited at an await, until its next step")
@Enabled(false)
@Threshold("20 ms")
@StackTrace(false)
final class SuspensionEvent extends Event {
    @Label("Task")
    String task;

    @Label("At")
    @Description("The innermost await of the program's")
    String at;

    @Label("Waited For")
    @Description("The name of a task, a method, or the kind of thing")
    String waitedFor;
}
