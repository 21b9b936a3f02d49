/** The text of documents as a client tells of it. */
package org.asyncjava.lsp.text;
