/** The REST contract: routes, JSON views and problem documents, for every host alike. */
package vn.ttdn.core.rest;
