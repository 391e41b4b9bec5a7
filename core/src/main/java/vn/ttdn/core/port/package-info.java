/** What core needs of a host. No type of any host stands here. */
package vn.ttdn.core.port;
