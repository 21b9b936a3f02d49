/** What the checks of trees and of sources have in common while they walk through a method. */
package org.asyncjava.compiler.frame;
