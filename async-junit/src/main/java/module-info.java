/** JUnit tests that await. */
module org.asyncjava.junit {
    requires transitive org.asyncjava.runtime;
    requires transitive org.junit.platform.engine;
    requires org.junit.jupiter.api;

    exports org.asyncjava.junit;

    provides org.junit.platform.engine.TestEngine with org.asyncjava.junit.AsyncTestEngine;
}
