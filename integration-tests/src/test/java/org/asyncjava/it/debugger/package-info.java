/** What a debugger shows of async methods. */
package org.asyncjava.it.debugger;
