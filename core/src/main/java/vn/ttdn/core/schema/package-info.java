/** Document kinds, types and properties, declared once for every host. */
package vn.ttdn.core.schema;
