/** The language server: what a client asks, and what it is told. */
package org.asyncjava.lsp;
