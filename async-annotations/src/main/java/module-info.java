/** The markers of async-java: what a user's source needs to compile. */
module org.asyncjava {
    exports org.asyncjava;
}
