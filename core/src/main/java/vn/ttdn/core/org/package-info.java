/** Units, roles and people. The organisation is configuration; people come from the host. */
package vn.ttdn.core.org;
