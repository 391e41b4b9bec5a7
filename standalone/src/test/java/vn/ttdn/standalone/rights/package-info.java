/** The matrix of rights, cell by cell, at the running host. */
package vn.ttdn.standalone.rights;
