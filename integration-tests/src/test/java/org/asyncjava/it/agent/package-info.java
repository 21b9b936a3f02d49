/** The agent's jar in JVMs of their own, alone and beside other agents. */
package org.asyncjava.it.agent;
