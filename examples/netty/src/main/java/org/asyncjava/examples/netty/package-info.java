/** A line server on Netty whose connections are tasks on the event loops of their channels. */
package org.asyncjava.examples.netty;
