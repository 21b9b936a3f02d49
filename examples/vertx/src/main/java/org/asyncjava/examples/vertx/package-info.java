/** A Vert.x server whose requests are tasks in the context of its verticle. */
package org.asyncjava.examples.vertx;
