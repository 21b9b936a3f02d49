package org.asyncjava.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree of tests. */
final class RootDescriptor extends EngineDescriptor implements Node<AsyncTestContext> {
    RootDescriptor(UniqueId id) {
        super(id, "async-junit");
    }
}
