/** The rules of the house as tests: how modules and packages may depend on one another, and how large a file and a method may be. */
package org.asyncjava.it.house;
