/** The repository side of Alfresco: core's ports on its services, and its ways in to core. */
package vn.ttdn.platform;
