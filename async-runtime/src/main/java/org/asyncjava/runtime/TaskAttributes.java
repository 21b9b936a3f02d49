package org.asyncjava.runtime;

/** What few tasks have, kept apart so that the others need no room for it. */
final class TaskAttributes {
    /** The name that was given, or null. */
    String name;

    /** The message of the last request for cancellation, or null. */
    String cancelMessage;

    /** The values of the task's context variables while it does not run; null while none was set. */
    Context context;
}
