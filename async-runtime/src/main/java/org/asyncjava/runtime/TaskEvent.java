package org.asyncjava.runtime;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** The life of a task, from its first step to its end. */
@Name("org.asyncjava.Task")
@Label("Task")
@Category("Async Java")
@Description("A task, from its first step to its end")
@Enabled(false)
@StackTrace(false)
final class TaskEvent extends Event {
    @Label("Name")
    String name;

    @Label("Coroutine")
    @Description("Class and method")
    String coroutine;

    @Label("Outcome")
    @Description("completed, failed or cancelled")
    String outcome;

    @Label("Failure")
    @Description("Class of the exception with which it has failed")
    String failure;

    @Label("Running")
    @Timespan
    long running;

    @Label("Waiting")
    @Description("For what it awaits, and for its turn")
    @Timespan
    long waiting;

    @Label("Begun Before")
    @Description("It had begun before it was recorded: what was before is not counted")
    boolean begunBefore;
}
