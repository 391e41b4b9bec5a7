/** The Share side is held to the repository side, to its own files and to Share's. */
package vn.ttdn.share.consistency;
