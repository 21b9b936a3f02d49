/** A Spring Boot controller that asks several services at once, on the server's threads and without a loop. */
package org.asyncjava.examples.spring;
