package org.asyncjava.junit;

import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What tests of a run share: nothing. Public only because the engine's type names it.
 *
 * @since 0.1.0
 */
public record AsyncTestContext() implements EngineExecutionContext {
}
