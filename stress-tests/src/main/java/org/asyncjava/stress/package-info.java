/** Each class with a JCStressTest is one race, with all the outcomes that are right; {@link org.asyncjava.stress.Models} tries interleavings of the models, one by one; {@link org.asyncjava.stress.Soak} runs random programs. A wrong outcome fails the build. */
package org.asyncjava.stress;
