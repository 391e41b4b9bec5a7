/** Documents and records: rows for what they are, files named by checksum for their contents. */
package vn.ttdn.standalone.content;
