/** Says nothing of the runtime, as a module may that was not built for async-java. */
module shop {
    requires org.asyncjava;
}
