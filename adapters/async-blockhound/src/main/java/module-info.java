/** BlockHound for event loops. */
module org.asyncjava.blockhound {
    requires org.asyncjava.runtime;
    requires reactor.blockhound;

    provides reactor.blockhound.integration.BlockHoundIntegration with org.asyncjava.blockhound.AsyncJavaIntegration;
}
