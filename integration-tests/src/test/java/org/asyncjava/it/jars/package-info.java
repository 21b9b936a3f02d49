/** The jars of the agent and of the command line, in JVMs of their own: alone and beside other agents. */
package org.asyncjava.it.jars;
