package org.asyncjava.runtime;

import org.asyncjava.Awaitable;

/** The part of the runtime's type that targets of rules compile against. */
public abstract class Task<T> implements Awaitable<T> {
}
