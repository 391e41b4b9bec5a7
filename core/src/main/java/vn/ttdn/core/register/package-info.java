/** Registers of issued documents, their numbers and their export. */
package vn.ttdn.core.register;
