/** Coroutines, tasks and an event loop for methods marked {@code @Async}. */
module org.asyncjava.runtime {
    requires transitive org.asyncjava;
    requires static java.desktop;
    requires static java.management;
    requires static jdk.jfr;
    requires static org.jspecify;

    exports org.asyncjava.runtime;
    exports org.asyncjava.runtime.abi;

    uses org.asyncjava.runtime.ContextCarrier;
}
