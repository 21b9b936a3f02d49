/** Each class is one race, with all the outcomes that are right. A wrong one fails the build. */
package org.asyncjava.stress;
