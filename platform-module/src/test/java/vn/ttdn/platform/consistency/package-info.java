/** Holds the Alfresco side to itself, to core and to the process file, without an Alfresco. */
package vn.ttdn.platform.consistency;
