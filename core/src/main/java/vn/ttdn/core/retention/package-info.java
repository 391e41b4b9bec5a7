/** How long what was issued is kept before it may and must be handed over to the archive. */
package vn.ttdn.core.retention;
