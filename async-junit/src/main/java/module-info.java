/** Tests that await, for Jupiter. */
module org.asyncjava.junit {
    requires transitive org.asyncjava.runtime;
    requires transitive org.junit.jupiter.api;
    requires static org.junit.platform.launcher;

    exports org.asyncjava.junit;
    opens org.asyncjava.junit to org.junit.platform.commons;

    provides org.junit.platform.launcher.LauncherSessionListener with org.asyncjava.junit.WatchOfCoroutines;
}
