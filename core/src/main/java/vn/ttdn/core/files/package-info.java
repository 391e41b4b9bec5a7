/** Files as people hand them in: names, types and what is refused. */
package vn.ttdn.core.files;
