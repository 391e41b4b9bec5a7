/**
 * The domain: what decides something is written here, once, and runs on every host. Nothing below
 * this package knows Spring, Activiti, Alfresco or JDBC; a host implements {@link
 * vn.ttdn.core.port}.
 */
package vn.ttdn.core;
