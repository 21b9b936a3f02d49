package org.asyncjava.runtime;

/** What is reported of loops as a whole, in debug mode. It stands above them, who know it by its name alone, and is made when it is first asked for. */
interface LoopReports {
    /** The one there is. */
    LoopReports ONE = named("DumpReports");

    /** A loop is about to wait, on its thread; what is to be said is added to what it runs. Never throws. */
    void idles(EventLoop loop);

    /** The thread that runs a loop is about to park; what is to be done before it goes on, null for nothing. Never throws. */
    Runnable parks(EventLoop loop);

    /** A loop is about to cancel what is left on it, on the thread that ends it. Never throws. */
    void cancelsRest(EventLoop loop);

    private static LoopReports named(String name) {
        try {
            return (LoopReports) Class.forName(LoopReports.class.getPackageName() + "." + name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
