/** What tells BlockHound where event loops may not be held up. Nothing here is for programs to call. */
package org.asyncjava.blockhound;
